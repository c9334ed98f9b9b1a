import type { CaptchaResponse } from '../../../plugins/captcha'

/** What a form sent of its CAPTCHA. */
export function readCaptcha(form: FormData): CaptchaResponse {
  return {
    answer: form.get('captchaAnswer'),
    recaptcha: form.get('g-recaptcha-response'),
    token: form.get('captchaToken'),
  }
}
