import type { PayloadRequest } from 'payload'

import { clientOf } from '../client'
import { inTransaction } from '../inTransaction'
import { countRequest } from '../limits/rateLimits'
import { writeConfirmed } from '../repository/customers'
import { redeemToken } from '../tokens/redeemToken'
import { spendTokensOf } from '../tokens/repository'

/**
 * Confirms the address that a link was mailed to.
 *
 * @returns `gone` for a link that is not good any more, also because the address is not the customer's any more
 */
export async function confirmEmail(
  req: PayloadRequest,
  token: unknown,
): Promise<'confirmed' | 'gone'> {
  if ((await countRequest(req, 'confirm', clientOf(req).ip)) !== null) return 'gone'
  return inTransaction(req, async (db) => {
    const used = await redeemToken(db, token, 'confirmEmail')
    if (!used || used.account.email !== used.token.email || used.account.disabledAt) return 'gone'
    await writeConfirmed(db, used.account.id)
    await spendTokensOf(db, used.account.id, 'confirmEmail')
    return 'confirmed'
  })
}
