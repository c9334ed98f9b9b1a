import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'

import pg from 'pg'

/** Has PostgreSQL write the plan of every statement of new connections to a database into its log. */
export function logPlans(url: string): Promise<string> {
  return logWith(url, [
    "session_preload_libraries = 'auto_explain'",
    'auto_explain.log_min_duration = 0',
  ])
}

/**
 * Sets what PostgreSQL logs of new connections to a database.
 *
 * @returns the log's path
 */
export async function logWith(url: string, settings: readonly string[]): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ database: string; folder: string }>(
      "select current_database() as database, current_setting('data_directory') as folder",
    )
    const { database, folder } = rows[0] ?? { database: '', folder: '' }
    for (const setting of settings) await client.query(`alter database ${database} set ${setting}`)
    return path.join(folder, 'server.log')
  } finally {
    await client.end()
  }
}

/** How far a log was written. */
export function endOf(log: string): number {
  return statSync(log).size
}

/**
 * How the statements of a part of the log came to the rows of tables, each way once: `Index Scan using x on y`, `Seq Scan on z`.
 */
export function scansIn(log: string, from: number): string[] {
  const text = readFileSync(log).subarray(from).toString()
  const scans = text.matchAll(
    /((?:Seq|Index|Index Only|Bitmap Heap|Tid|Sample) Scan(?: Backward)?(?: using "?\w+"?)? on "?\w+"?)/g,
  )
  return [...new Set([...scans].map(([scan]) => scan.replaceAll('"', '')))].sort()
}
