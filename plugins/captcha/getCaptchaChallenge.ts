import type { PayloadRequest } from 'payload'

import { providers } from './providers'
import { captchaOf } from './settings'
import type { CaptchaChallenge, CaptchaForm } from './types'

/**
 * What a form has to show.
 *
 * @param options `provider` asks for a certain kind, where the usual one does not answer
 * @returns null when the form asks for no CAPTCHA, or its provider is not set up
 */
export async function getCaptchaChallenge(
  req: PayloadRequest,
  form: CaptchaForm,
  options?: { provider?: 'math' },
): Promise<CaptchaChallenge | null> {
  const name = await captchaOf(req, form)
  return name ? providers[options?.provider ?? name].challenge(req, form) : null
}
