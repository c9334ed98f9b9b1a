import type { PayloadRequest } from 'payload'

import { transactionOf } from '../../../collections/transaction'
import { queueMail } from '../../emails/queueMail'
import { findAuthById } from '../repository/customers'

/** Tells a customer that an account at another provider opens theirs from now on, or does not any more. */
export async function notifyIdentity(
  req: PayloadRequest,
  customer: string,
  what: 'identityLinked' | 'identityUnlinked',
  provider: string,
): Promise<void> {
  const account = await findAuthById(await transactionOf(req), customer)
  if (!account) return
  await queueMail(req, {
    customer,
    data: { provider, what, when: new Date().toISOString() },
    template: 'securityChanged',
    to: account.email,
  })
}
