import type { PayloadRequest } from 'payload'

import { findProvider } from './providers'
import { math } from './providers/math'
import { settingsFor } from './settings'
import type { CaptchaChallenge, CaptchaForm } from './types'

/**
 * What a form has to show.
 *
 * @param options `provider` asks for a sum where the usual provider does not answer
 * @returns null when the form asks for no CAPTCHA. Also when its provider is not set up: the form is refused then, but for the login,
 * which shows a sum
 */
export async function getCaptchaChallenge(
  req: PayloadRequest,
  form: CaptchaForm,
  options?: { provider?: 'math' },
): Promise<CaptchaChallenge | null> {
  const { name, settings } = await settingsFor(req, form)
  if (!name) return null
  const provider = options?.provider === 'math' ? math : findProvider(name)
  const challenge = await provider?.challenge(req, form, settings)
  if (challenge) return challenge
  return form === 'login' ? math.challenge(req, form, settings) : null
}
