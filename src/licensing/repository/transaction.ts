import { sql } from '@payloadcms/db-postgres/drizzle'

import { currentScope } from '../../async/scope'
import { executeKept, isNotKept } from '../../database/keptStatements'
import { toSetting } from '../actor'
import type { Database, Queryable } from '../types'

/** For a connection and then for a lock, together. */
const longestWaitMs = 4000
/** Who had to wait for the connection still gets a lock that is free. */
const shortestWaitMs = 100
/** What a statement may take beside, where a whole call has an end. */
const runMs = 1000
/** What one may take with its waiting else. */
const longestStatementMs = 5000

/**
 * Runs one operation in a transaction of its own. READ COMMITTED whatever the server's default: under a stricter level the
 * statements after a lock would still see the state from before the wait. It runs a second time where statements turned out not to be kept.
 *
 * @throws the database's error when a lock or a statement takes too long (SQLSTATE 55P03, 57014)
 */
export async function inTransaction<T>(
  db: Database,
  run: (transaction: Queryable) => Promise<T>,
): Promise<T> {
  const since = performance.now()
  const once = () =>
    db.transaction(
      async (transaction) => {
        await limitWaiting(transaction, toSetting(), since)
        return run(transaction)
      },
      { isolationLevel: 'read committed' },
    )
  try {
    return await once()
  } catch (error) {
    if (!isNotKept(error)) throw error
    return once()
  }
}

/**
 * Limits how long statements of this transaction wait for locks and run, so that callers hear of it within 5 seconds. What was waited for the
 * connection is taken off, and so is what the whole call has taken before.
 *
 * @param since when the transaction was asked for, by `performance.now()`
 */
export async function limitWaiting(
  transaction: Queryable,
  actor?: string,
  since = performance.now(),
): Promise<void> {
  const endOfCall = currentScope()?.endsAt
  const endsAt = Math.min(since + longestWaitMs, endOfCall ?? Infinity)
  const waitMs = Math.max(shortestWaitMs, Math.round(endsAt - performance.now()))
  // A worker has time: what it writes at once may take its own, however long it waited for the connection.
  const statementMs = endOfCall === undefined ? longestStatementMs : waitMs + runMs
  const name = actor ? sql`, set_config('license_manager.actor', ${actor}, true)` : sql``
  await executeKept(
    transaction,
    sql`select set_config('lock_timeout', ${`${waitMs}ms`}, true),
      set_config('statement_timeout', ${`${statementMs}ms`}, true)${name}`,
  )
}
