import type { CaptchaResponse } from '../../../plugins/captcha'

/** The fields of a CAPTCHA in a JSON body: the same names as in the portal's forms. */
export function readCaptchaFields(fields: Record<string, unknown>): CaptchaResponse {
  return {
    answer: fields.captchaAnswer,
    recaptcha: fields['g-recaptcha-response'],
    token: fields.captchaToken,
  }
}
