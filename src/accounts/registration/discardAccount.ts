import type { PayloadRequest } from 'payload'

import { inTransaction } from '../inTransaction'
import { hashToken } from '../random'
import { lockAuth } from '../repository/customers'
import { spendToken } from '../tokens/repository'

/**
 * Removes an account that somebody else opened with the address of the link's holder. Only one that was never confirmed: a
 * confirmed account is its owner's.
 */
export async function discardAccount(
  req: PayloadRequest,
  token: unknown,
): Promise<'discarded' | 'gone'> {
  if (typeof token !== 'string') return 'gone'
  return inTransaction(req, async (db) => {
    const used = await spendToken(db, hashToken(token), 'confirmEmail')
    const account = used?.customer ? await lockAuth(db, used.customer) : null
    if (!account || account.email !== used?.email || account.confirmedAt) return 'gone'
    // The link's holder has no account to act with; the link is the right.
    await req.payload.delete({ collection: 'customers', id: account.id, overrideAccess: true, req })
    return 'discarded'
  })
}
