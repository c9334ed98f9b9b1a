import { createHash } from 'node:crypto'

import { type SQL } from '@payloadcms/db-postgres/drizzle'
import pg from 'pg'

import type { Queryable } from '../types'
import { createPatience } from './patience'

/** A pool of node-postgres. */
export type Pool = {
  query: (query: pg.Query) => Promise<{ rows: Record<string, unknown>[] }>
}

/**
 * What says that statements cannot be kept for the next time: a pooler between, which hands the next query to another connection (26000,
 * 42P05), or a column that meanwhile has another type (0A000).
 */
const notKept = ['0A000', '26000', '42P05']

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
  const name = nameOf(text)
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

type Drizzle = {
  _: { session: { prepareQuery: (...args: unknown[]) => { execute: () => Promise<Rows> } } }
  dialect: { sqlToQuery: (query: SQL) => { params: unknown[]; sql: string } }
}

type Rows = Awaited<ReturnType<Queryable['execute']>>

const names = new Map<string, string>()
let areKept = true

/**
 * Runs a statement that each connection plans once and keeps, also within a transaction. Its text must be one of few: whatever differs is a
 * parameter.
 *
 * @throws the database's error; one that `isNotKept` only within a transaction, which then has to begin again
 */
export async function executeKept(db: Queryable, query: SQL): Promise<Rows> {
  if (!areKept) return db.execute(query)
  const { _, dialect } = db as unknown as Drizzle
  const text = dialect.sqlToQuery(query)
  const name = names.get(text.sql) ?? nameOf(text.sql)
  names.set(text.sql, name)
  try {
    return await _.session.prepareQuery(text, undefined, name, false).execute()
  } catch (error) {
    if (!isNotKept(error)) throw error
    areKept = false
    // Where this is in a transaction, that has failed by now.
    return Promise.resolve(db.execute(query)).catch(() => Promise.reject(error as Error))
  }
}

/** Whether a statement failed for the only reason that it could not be kept. */
export function isNotKept(error: unknown): boolean {
  const { cause = error } = error as { cause?: unknown }
  return notKept.includes((cause as { code?: string }).code ?? '')
}

/** Of this text and no other, also where a pooler gives connections to another version of the app. */
function nameOf(text: string): string {
  return `license_manager_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
}
