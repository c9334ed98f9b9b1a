import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'

import { transactionOf } from '../../collections/transaction'
import { toSetting } from '../licensing/actor'
import { actorOf } from '../activity/actorOf'
import { limitWaiting } from '../licensing/repository/transaction'
import type { Queryable } from '../licensing/types'

/**
 * Runs an operation in one transaction, the request's own when it has one. Payload's calls with this `req` join it, and what is
 * queued in it leaves after the commit.
 *
 * @throws what `run` throws, after the rollback
 */
export async function inTransaction<T>(
  req: PayloadRequest,
  run: (db: Queryable) => Promise<T>,
): Promise<T> {
  const since = performance.now()
  const isOwner = await initTransaction(req)
  try {
    const db = await transactionOf(req)
    if (isOwner) await limitWaiting(db, toSetting(actorOf(req)), since)
    const result = await run(db)
    if (isOwner) await commitTransaction(req)
    return result
  } catch (error) {
    if (isOwner) await killTransaction(req)
    throw error
  }
}
