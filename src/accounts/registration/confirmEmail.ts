import type { PayloadRequest } from 'payload'

import { clientOf } from '../client'
import { inTransaction } from '../inTransaction'
import { countRequest } from '../limits/rateLimits'
import { hashToken } from '../random'
import { lockAuth, writeConfirmed } from '../repository/customers'
import { spendToken } from '../tokens/repository'

/**
 * Confirms the address that a link was mailed to.
 *
 * @returns `gone` for a link that is not good any more, also because the address is not the customer's any more
 */
export async function confirmEmail(
  req: PayloadRequest,
  token: unknown,
): Promise<'confirmed' | 'gone'> {
  if (typeof token !== 'string') return 'gone'
  if ((await countRequest(req, 'confirm', clientOf(req).ip)) !== null) return 'gone'
  return inTransaction(req, async (db) => {
    const used = await spendToken(db, hashToken(token), 'confirmEmail')
    const account = used?.customer ? await lockAuth(db, used.customer) : null
    if (!account || account.email !== used?.email) return 'gone'
    await writeConfirmed(db, account.id)
    return 'confirmed'
  })
}
