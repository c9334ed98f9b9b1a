import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import pg from 'pg'

import { endOf } from './plans'

/** What PostgreSQL was asked in a while: how many statements, how long it took over them, and their text. */
export type Asked = { count: number; ms: number; text: string }

/** Has PostgreSQL write every statement of new connections to a database into its log. */
export async function logStatements(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ database: string; folder: string }>(
      "select current_database() as database, current_setting('data_directory') as folder",
    )
    const { database, folder } = rows[0] ?? { database: '', folder: '' }
    await client.query(`alter database ${database} set log_min_duration_statement = 0`)
    return path.join(folder, 'server.log')
  } finally {
    await client.end()
  }
}

/** What was asked while something ran; nothing else may ask meanwhile. */
export async function askedDuring(log: string, run: () => Promise<unknown>): Promise<Asked> {
  const from = endOf(log)
  await run()
  const text = readFileSync(log).subarray(from).toString()
  const durations = [...text.matchAll(/duration: ([\d.]+) ms/g)]
  return {
    count: [...text.matchAll(/ms\s+(?:execute [^:]+|statement): /g)].length,
    ms: durations.reduce((sum, [, ms]) => sum + Number(ms), 0),
    text,
  }
}

/** Keeps the statements of a page for reading. */
export function keep(folder: string, name: string, { text }: Asked): void {
  writeFileSync(path.join(folder, `${name.replaceAll(/\W+/g, '-')}.log`), text)
}
