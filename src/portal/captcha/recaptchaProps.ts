import type { CaptchaChallenge } from './nextChallenge'

/** What both kinds of reCAPTCHA are shown with. */
export type RecaptchaProps = {
  challenge: Extract<CaptchaChallenge, { siteKey: string }>
  error: null | string | undefined
  nonce: string | undefined
}
