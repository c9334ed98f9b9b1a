import type { PayloadRequest } from 'payload'

import { providers } from './providers'
import { captchaOf } from './settings'
import type { CaptchaAttempt } from './types'

/** `fallback`: show a sum instead, the usual provider does not answer. */
export type CaptchaResult = 'failed' | 'fallback' | 'passed' | 'unavailable'

/**
 * Whether a form may go on. While the provider does not answer, forms that make accounts and send mails refuse; the login, which must
 * stay open to those who have an account, asks for a sum instead.
 */
export async function verifyCaptcha(
  req: PayloadRequest,
  attempt: CaptchaAttempt,
): Promise<CaptchaResult> {
  const name = await captchaOf(req, attempt.form)
  if (!name) return 'passed'
  const result = await providers[name].verify(req, attempt)
  if (name === 'math' || attempt.form !== 'login') return result
  if (result !== 'unavailable') return result
  return (await providers.math.verify(req, attempt)) === 'passed' ? 'passed' : 'fallback'
}
