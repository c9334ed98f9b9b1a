import { createHash } from 'node:crypto'

/** A pool of node-postgres. */
export type Pool = {
  query: (query: {
    name?: string
    query_timeout?: number
    text: string
    values: unknown[]
  }) => Promise<{ rows: Record<string, unknown>[] }>
}

/**
 * What says that statements cannot be kept for the next time: a pooler between, which hands the next query to another connection (26000,
 * 42P05), or a column that meanwhile has another type (0A000).
 */
const notKept = ['0A000', '26000', '42P05']

/** How long an answer is waited for: a connection that is half dead gives none, and no error either. */
const patienceMs = 10_000

/**
 * A query that each connection plans once and keeps. Where statements cannot be kept, the query is planned every time from then on.
 *
 * @throws the database's error, or that none came in time
 */
export function createPreparedQuery(
  pool: Pool,
  text: string,
): (values: unknown[]) => Promise<Record<string, unknown>[]> {
  // Of this text and no other, also where a pooler gives connections to another version of the app.
  const name = `license_manager_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
  let isKept = true
  return async (values) => {
    if (isKept) {
      try {
        return (await pool.query({ name, query_timeout: patienceMs, text, values })).rows
      } catch (error) {
        if (!notKept.includes((error as { code?: string }).code ?? '')) throw error
        isKept = false
      }
    }
    return (await pool.query({ query_timeout: patienceMs, text, values })).rows
  }
}
