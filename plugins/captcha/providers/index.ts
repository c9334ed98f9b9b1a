import type { CaptchaName, CaptchaProvider } from '../types'
import { math } from './math'
import { recaptcha } from './recaptcha'

/** The kinds of CAPTCHA there are, by the value of the setting. */
export const providers: Record<CaptchaName, CaptchaProvider> = {
  math,
  recaptchaV2: recaptcha('recaptchaV2'),
  recaptchaV3: recaptcha('recaptchaV3'),
}
