import type { PayloadRequest } from 'payload'

import { inTransaction } from '../inTransaction'
import { hashToken } from '../random'
import { lockAuth } from '../repository/customers'
import { spendToken, voidTokens } from '../tokens/repository'
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
  if (typeof token !== 'string') return 'gone'
  return inTransaction(req, async (db) => {
    const used = await spendToken(db, hashToken(token), 'cancelEmailChange')
    const account = used?.customer ? await lockAuth(db, used.customer) : null
    if (!account?.pendingEmail || account.email !== used?.email) return 'gone'
    await writePendingEmail(db, account.id, null)
    await voidTokens(db, account.id, ['changeEmail'])
    return 'cancelled'
  })
}
