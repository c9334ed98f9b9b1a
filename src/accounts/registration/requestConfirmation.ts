import type { PayloadRequest } from 'payload'

import { clientOf } from '../client'
import { parseEmail } from '../emails'
import { countRequest } from '../limits/rateLimits'
import { mailOnce } from '../mailOnce'

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
export function sendConfirmation(req: PayloadRequest, email: string): Promise<void> {
  return mailOnce(req, email, 'confirmEmail', ({ confirmedAt }) => !confirmedAt)
}
