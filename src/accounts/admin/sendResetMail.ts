import type { PayloadRequest } from 'payload'

import { queueMail } from '../../emails/queueMail'
import { wasMailedLately } from '../repository/mails'
import { withAccount } from './withAccount'

/**
 * Queues a mail with a link to set a new password. The administrator never sees the link.
 *
 * @returns `lately` where the customer got such a mail within the last minute, `disabled` where the link would be worth nothing
 */
export function sendResetMail(
  req: PayloadRequest,
  id: unknown,
): Promise<'disabled' | 'lately' | 'notFound' | 'queued'> {
  return withAccount(req, id, async (db, account) => {
    if (account.disabledAt) return 'disabled'
    if (await wasMailedLately(db, account.id, 'resetPassword')) return 'lately'
    await queueMail(req, {
      customer: account.id,
      data: {},
      template: 'resetPassword',
      to: account.email,
    })
    return 'queued'
  })
}
