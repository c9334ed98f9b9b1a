/** A pool of node-postgres. */
export type Pool = {
  query: (query: {
    name?: string
    text: string
    values: unknown[]
  }) => Promise<{ rows: Record<string, unknown>[] }>
}

/**
 * What says that statements cannot be kept for the next time: a pooler between, which hands the next query to another connection (26000,
 * 42P05), or a column that meanwhile has another type (0A000).
 */
const notKept = ['0A000', '26000', '42P05']

/**
 * A query that each connection plans once and keeps. Where statements cannot be kept, the query is planned every time from then on.
 *
 * @param name of this text and no other
 * @throws the database's error
 */
export function createPreparedQuery(
  pool: Pool,
  name: string,
  text: string,
): (values: unknown[]) => Promise<Record<string, unknown>[]> {
  let isKept = true
  return async (values) => {
    if (isKept) {
      try {
        return (await pool.query({ name, text, values })).rows
      } catch (error) {
        if (!notKept.includes((error as { code?: string }).code ?? '')) throw error
        isKept = false
      }
    }
    return (await pool.query({ text, values })).rows
  }
}
