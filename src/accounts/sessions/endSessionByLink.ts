import type { PayloadRequest } from 'payload'

import { inTransaction } from '../inTransaction'
import { hashToken } from '../random'
import { spendToken } from '../tokens/repository'
import { deleteSession } from './repository'

/** Ends the session that a mailed notice is about. `gone`: the link is not good any more; `ended`: the session is over, now or before. */
export async function endSessionByLink(
  req: PayloadRequest,
  token: unknown,
): Promise<'ended' | 'gone'> {
  if (typeof token !== 'string') return 'gone'
  return inTransaction(req, async (db) => {
    const used = await spendToken(db, hashToken(token), 'endSession')
    if (!used?.customer || typeof used.data.session !== 'string') return 'gone'
    await deleteSession(db, used.customer, used.data.session)
    return 'ended'
  })
}
