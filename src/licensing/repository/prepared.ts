import pg from 'pg'

import { isNotKept, statementName } from '../../database/keptStatements'
import { createPatience } from './patience'

/** A pool of node-postgres. */
export type Pool = {
  query: (query: pg.Query) => Promise<{ rows: Record<string, unknown>[] }>
}

/** How long an answer is waited for. */
const usualPatienceMs = 10_000

/**
 * A query that each connection plans once and keeps. Where statements cannot be kept, the query is planned every time from then on.
 *
 * @param patienceMs how long an answer is waited for
 * @throws the database's error, or that none came in time
 */
export function createPreparedQuery(
  pool: Pool,
  text: string,
  patienceMs = usualPatienceMs,
): (values: unknown[]) => Promise<Record<string, unknown>[]> {
  const name = statementName(text)
  const patience = createPatience(patienceMs)
  const ask = async (config: pg.QueryConfig) => {
    const query = new pg.Query(config)
    return (await patience.wait(query, pool.query(query))).rows
  }
  let isKept = true
  return async (values) => {
    if (isKept) {
      try {
        return await ask({ name, text, values })
      } catch (error) {
        if (!isNotKept(error)) throw error
        isKept = false
      }
    }
    return ask({ text, values })
  }
}
