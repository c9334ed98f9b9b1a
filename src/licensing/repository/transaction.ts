import { sql } from '@payloadcms/db-postgres/drizzle'

import { executeKept, isNotKept } from '../../database/keptStatements'
import { toSetting } from '../actor'
import type { Database, Queryable } from '../types'

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
  const once = () =>
    db.transaction(
      async (transaction) => {
        await limitWaiting(transaction, toSetting())
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

/** Limits how long statements of this transaction wait for locks and run, so that callers hear of it within 5 seconds. */
export async function limitWaiting(transaction: Queryable, actor?: string): Promise<void> {
  const name = actor ? sql`, set_config('license_manager.actor', ${actor}, true)` : sql``
  await executeKept(
    transaction,
    sql`select set_config('lock_timeout', '4s', true), set_config('statement_timeout', '5s', true)${name}`,
  )
}
