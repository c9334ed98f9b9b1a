import { recaptchaChallenge } from '../recaptcha/challenge'
import { checkToken } from '../recaptcha/checkToken'
import type { CaptchaProvider } from '../types'

/** Google's checkbox. */
export const recaptchaV2: CaptchaProvider = {
  label: { de: 'Google reCAPTCHA v2 (Kontrollkästchen)', en: 'Google reCAPTCHA v2 (checkbox)' },
  name: 'recaptchaV2',
  challenge: (req, form, settings) => recaptchaChallenge(req, 'recaptchaV2', form, settings),
  verify: (req, attempt, settings) => checkToken(req, attempt, settings, () => true),
}
