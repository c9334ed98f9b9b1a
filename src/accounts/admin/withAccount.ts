import type { PayloadRequest } from 'payload'

import type { Queryable } from '../../licensing/types'
import { inTransaction } from '../inTransaction'
import { type AuthRow, lockAuth } from '../repository/customers'
import { isUuid } from '../../text/isUuid'

/**
 * Does something to a customer's account in one transaction that holds the account. Whoever calls has checked that an administrator
 * asks.
 *
 * @returns what `run` returns; `notFound` where no customer has this id
 */
export async function withAccount<T>(
  req: PayloadRequest,
  id: unknown,
  run: (db: Queryable, account: AuthRow) => Promise<T>,
): Promise<'notFound' | T> {
  if (!isUuid(id)) return 'notFound'
  return inTransaction(req, async (db) => {
    const account = await lockAuth(db, id)
    return account ? run(db, account) : 'notFound'
  })
}
