import type { PayloadRequest } from 'payload'

import { inTransaction } from '../inTransaction'
import { lockAuth } from '../repository/customers'
import { redeemToken } from '../tokens/redeemToken'
import { voidTokens } from '../tokens/repository'
import { writePendingEmail } from './repository'

/** Gives up a change of address, on the customer's own settings page. */
export async function cancelEmailChange(req: PayloadRequest, customer: string): Promise<void> {
  await inTransaction(req, async (db) => {
    await lockAuth(db, customer)
    await writePendingEmail(db, customer, null)
    await voidTokens(db, customer, ['cancelEmailChange', 'changeEmail'])
  })
}

/** Gives up a change of address by the link in the notice to the old one: whoever asked for it may not have been the customer. */
export async function cancelEmailChangeByLink(
  req: PayloadRequest,
  token: unknown,
): Promise<'cancelled' | 'gone'> {
  return inTransaction(req, async (db) => {
    const used = await redeemToken(db, token, 'cancelEmailChange')
    if (!used?.account.pendingEmail || used.account.email !== used.token.email) return 'gone'
    await writePendingEmail(db, used.account.id, null)
    await voidTokens(db, used.account.id, ['changeEmail'])
    return 'cancelled'
  })
}
