import type { Payload } from 'payload'

import { inTransaction } from '../licensing/repository/transaction'
import type { Database } from '../licensing/types'
import { ranksPerProduct } from './depth'
import {
  allowLongWork,
  countProducts,
  lockRecount,
  noteRecount,
  recount,
} from './repository/recount'

/** A customer was deleted just as the ranks were written: the foreign key, or a deadlock. The next try counts without them. */
const retried = ['23503', '40P01']
const tries = 3

/**
 * Counts the ranks of the report of top customers anew. Readers see the old ones until all new ones are there. May be cut off anywhere
 * and done by two at a time: the second leaves it to the first.
 *
 * @param now the present moment, from which periods reach back
 * @returns false where another one was at it
 */
export async function rankCustomers(payload: Payload, now = new Date()): Promise<boolean> {
  const { drizzle } = payload.db as unknown as { drizzle: Database }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(drizzle, async (db) => {
        if (!(await lockRecount(db))) return false
        await allowLongWork(db)
        await recount(db, { now, perProduct: ranksPerProduct(await countProducts(db)) })
        await noteRecount(db, now)
        return true
      })
    } catch (error) {
      if (attempt === tries || !retried.includes(codeOf(error))) throw error
    }
  }
}

/** The database's code of an error, which Drizzle wraps. */
function codeOf(error: unknown): string {
  const { cause, code } = error as { cause?: { code?: string }; code?: string }
  return cause?.code ?? code ?? ''
}
