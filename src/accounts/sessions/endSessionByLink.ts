import type { PayloadRequest } from 'payload'

import { inTransaction } from '../inTransaction'
import { redeemToken } from '../tokens/redeemToken'
import { deleteSession } from './repository'

/** Ends the session that a mailed notice is about. `gone`: the link is not good any more; `ended`: the session is over, now or before. */
export async function endSessionByLink(
  req: PayloadRequest,
  token: unknown,
): Promise<'ended' | 'gone'> {
  return inTransaction(req, async (db) => {
    const used = await redeemToken(db, token, 'endSession')
    if (!used || typeof used.token.data.session !== 'string') return 'gone'
    await deleteSession(db, used.account.id, used.token.data.session)
    return 'ended'
  })
}
