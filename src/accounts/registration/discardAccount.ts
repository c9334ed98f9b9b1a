import type { PayloadRequest } from 'payload'

import { inTransaction } from '../inTransaction'
import { redeemToken } from '../tokens/redeemToken'
import { slugOf } from '../../slugs/slugOf'

/**
 * Removes an account that somebody else opened with the address of the link's holder. Only one that was never confirmed: a
 * confirmed account is its owner's.
 */
export async function discardAccount(
  req: PayloadRequest,
  token: unknown,
): Promise<'discarded' | 'gone'> {
  return inTransaction(req, async (db) => {
    const used = await redeemToken(db, token, 'confirmEmail')
    if (!used || used.account.email !== used.token.email || used.account.confirmedAt) return 'gone'
    const { id } = used.account
    // The link's holder has no account to act with; the link is the right.
    await req.payload.delete({ collection: slugOf('customers'), id, overrideAccess: true, req })
    return 'discarded'
  })
}
