import type { PayloadRequest } from 'payload'

import { findProvider } from './providers'
import { math } from './providers/math'
import { settingsFor } from './settings'
import type { CaptchaAttempt } from './types'

/** `fallback`: show a sum instead, the usual provider does not answer. */
export type CaptchaResult = 'failed' | 'fallback' | 'passed' | 'unavailable'

/**
 * Whether a form may go on. While the provider does not answer, forms that make accounts and send mails refuse; the login, which must
 * stay open to those who have an account, asks for a sum instead. The sum counts only as long as the provider does not answer: it is
 * asked each time.
 *
 * To be called before a transaction begins: it takes a connection of its own, and up to three seconds.
 *
 * @param attempt.response straight from the form, anything may be in it
 * @throws what the database throws; the form must be refused then
 */
export async function verifyCaptcha(
  req: PayloadRequest,
  attempt: CaptchaAttempt,
): Promise<CaptchaResult> {
  const { name, settings } = await settingsFor(req, attempt.form)
  if (!name) return 'passed'
  const result = (await findProvider(name)?.verify(req, attempt, settings)) ?? 'unavailable'
  if (result !== 'unavailable' || attempt.form !== 'login') return result
  return (await math.verify(req, attempt, settings)) === 'passed' ? 'passed' : 'fallback'
}
