import type { PayloadRequest } from 'payload'

import { queueMail } from '../emails/queueMail'
import { inTransaction } from './inTransaction'
import { type AuthRow, findAuthByEmail, lockAuth } from './repository/customers'
import { wasMailedLately } from './repository/mails'

/**
 * Queues a mail to the account with an address, if there is one that needs it and did not get it just now. Those who ask at the same
 * time wait for each other.
 */
export function mailOnce(
  req: PayloadRequest,
  email: string,
  template: 'confirmEmail' | 'resetPassword',
  needsIt: (account: AuthRow) => boolean,
): Promise<void> {
  return inTransaction(req, async (db) => {
    const found = await findAuthByEmail(db, email)
    const account = found && (await lockAuth(db, found.id))
    if (!account || account.disabledAt || account.email !== email || !needsIt(account)) return
    if (await wasMailedLately(db, account.id, template)) return
    await queueMail(req, { customer: account.id, data: {}, template, to: account.email })
  })
}
