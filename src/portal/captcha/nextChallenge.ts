import 'server-only'

import type { PayloadRequest } from 'payload'

import {
  type CaptchaChallenge as Challenge,
  type CaptchaForm,
  getCaptchaChallenge,
} from '../../../plugins/captcha'

/** What a form has to ask, null where it asks nothing. */
export type CaptchaChallenge = Challenge | null

/**
 * The challenge for a form that is shown, or shown again: each is good for one try.
 *
 * @param isFallback the form's usual provider does not answer
 */
export function nextChallenge(
  req: PayloadRequest,
  form: CaptchaForm,
  isFallback = false,
): Promise<CaptchaChallenge> {
  return getCaptchaChallenge(req, form, isFallback ? { provider: 'math' } : undefined)
}
