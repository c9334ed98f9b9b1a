import { createHash } from 'node:crypto'

import { type SQL } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../licensing/types'

/**
 * What says that statements cannot be kept for the next time: a pooler between, which hands the next query to another connection (26000,
 * 42P05), or a column that meanwhile has another type (0A000).
 */
const notKept = ['0A000', '26000', '42P05']

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
  const name = names.get(text.sql) ?? statementName(text.sql)
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

/** The name of a kept statement: of this text and no other, also where a pooler gives connections to another version of the app. */
export function statementName(text: string): string {
  return `license_manager_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
}
