import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { endOf, logWith } from './plans'

/** What PostgreSQL was asked in a while: how many statements, how long it took over them, and their text. */
export type Asked = { count: number; ms: number; text: string }

/** Has PostgreSQL write every statement of new connections to a database into its log. */
export function logStatements(url: string): Promise<string> {
  return logWith(url, ['log_min_duration_statement = 0'])
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
