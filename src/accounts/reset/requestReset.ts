import type { PayloadRequest } from 'payload'

import { type CaptchaResponse, verifyCaptcha } from '../../../plugins/captcha'
import { clientOf } from '../client'
import { parseEmail } from '../emails'
import { countRequest } from '../limits/rateLimits'
import { mailOnce } from '../mailOnce'

export type ResetRequestResult =
  | { outcome: 'captchaFailed' | 'captchaUnavailable' | 'emailInvalid' | 'sent' }
  | { outcome: 'tooMany'; retryAfter: number }

/**
 * Asks for a link to set a new password. What is done is the same for every address; a job sees whether there is an account. Works
 * for locked out customers as well.
 */
export async function requestReset(
  req: PayloadRequest,
  request: { captcha: CaptchaResponse; email: unknown },
): Promise<ResetRequestResult> {
  const { ip } = clientOf(req)
  const retryAfter = await countRequest(req, 'forgot', ip)
  if (retryAfter !== null) return { outcome: 'tooMany', retryAfter }
  const captcha = await verifyCaptcha(req, { form: 'forgot', ip, response: request.captcha })
  if (captcha === 'unavailable') return { outcome: 'captchaUnavailable' }
  if (captcha !== 'passed') return { outcome: 'captchaFailed' }
  const email = parseEmail(request.email)
  if (!email) return { outcome: 'emailInvalid' }
  await req.payload.jobs.queue({ input: { email }, queue: 'accounts', req, task: 'requestReset' })
  return { outcome: 'sent' }
}

/** Mails the link to an account that may log in. */
export function sendReset(req: PayloadRequest, email: string): Promise<void> {
  return mailOnce(req, email, 'resetPassword', () => true)
}
