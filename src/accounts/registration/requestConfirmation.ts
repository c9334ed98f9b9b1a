import type { PayloadRequest } from 'payload'

import { transactionOf } from '../../../collections/transaction'
import { queueMail } from '../../emails/queueMail'
import { clientOf } from '../client'
import { parseEmail } from '../emails'
import { countRequest } from '../limits/rateLimits'
import { findAuthByEmail } from '../repository/customers'
import { wasMailedLately } from '../repository/mails'

export type RequestResult =
  { outcome: 'emailInvalid' | 'sent' } | { outcome: 'tooMany'; retryAfter: number }

/** Asks for the confirmation mail once more. What is done is the same for every address; a job sees whether there is an account. */
export async function requestConfirmation(
  req: PayloadRequest,
  input: unknown,
): Promise<RequestResult> {
  const retryAfter = await countRequest(req, 'resend', clientOf(req).ip)
  if (retryAfter !== null) return { outcome: 'tooMany', retryAfter }
  const email = parseEmail(input)
  if (!email) return { outcome: 'emailInvalid' }
  await req.payload.jobs.queue({
    input: { email },
    queue: 'accounts',
    req,
    task: 'resendConfirmation',
  })
  return { outcome: 'sent' }
}

/** Mails the confirmation to an account that needs one. */
export async function sendConfirmation(req: PayloadRequest, email: string): Promise<void> {
  const db = await transactionOf(req)
  const account = await findAuthByEmail(db, email)
  if (!account || account.confirmedAt || account.disabledAt) return
  if (await wasMailedLately(db, account.id, 'confirmEmail')) return
  await queueMail(req, {
    customer: account.id,
    data: {},
    template: 'confirmEmail',
    to: account.email,
  })
}
