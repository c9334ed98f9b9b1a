import { recaptchaChallenge } from '../recaptcha/challenge'
import { checkToken } from '../recaptcha/checkToken'
import type { CaptchaProvider } from '../types'

/** Google's score: a token counts for the form that it was made for, from the lowest score that the settings let pass. */
export const recaptchaV3: CaptchaProvider = {
  label: { de: 'Google reCAPTCHA v3 (Bewertung)', en: 'Google reCAPTCHA v3 (score)' },
  name: 'recaptchaV3',
  challenge: (req, form, settings) => recaptchaChallenge(req, 'recaptchaV3', form, settings),
  verify: (req, attempt, settings) =>
    checkToken(
      req,
      attempt,
      settings,
      ({ action, score }) =>
        action === attempt.form &&
        typeof score === 'number' &&
        score >= (settings.recaptchaMinScore ?? 0.5),
    ),
}
