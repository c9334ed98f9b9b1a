'use server'

import { requestConfirmation } from '../../accounts/registration/requestConfirmation'
import { requestReset } from '../../accounts/reset/requestReset'
import { formOf } from '../actions/formOf'
import { refuseForeignOrigin } from '../actions/refuse'
import { textOf } from '../actions/textOf'
import { type CaptchaChallenge, nextChallenge } from '../captcha/nextChallenge'
import { readCaptcha } from '../captcha/readCaptcha'
import { portalRequest } from '../session/request'

export type ForgotState = {
  challenge?: CaptchaChallenge
  email: string
  error: 'captcha' | 'captchaUnavailable' | 'emailInvalid' | 'tooMany' | 'unavailable' | null
  isSent?: boolean
  minutes?: number
}

/** Asks for a mailed link: to set a new password, or to confirm the address. The answer is the same for every address. */
export async function submitForgot(
  kind: 'confirmation' | 'reset',
  _previous: ForgotState,
  sent: unknown,
): Promise<ForgotState> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  const req = await portalRequest()
  const email = textOf(form.get('email')).trim()
  // The kind went through the browser: whatever it is, it is one of two.
  const isReset = kind === 'reset'
  const asked = isReset
    ? requestReset(req, { captcha: readCaptcha(form), email })
    : requestConfirmation(req, email)
  const result = await asked.catch((err: unknown) => {
    req.payload.logger.error({
      err,
      msg: `A ${isReset ? 'reset' : 'confirmation'} mail could not be asked for`,
    })
    return { outcome: 'unavailable' } as const
  })
  if (result.outcome === 'sent') return { email, error: null, isSent: true }
  return {
    challenge: isReset ? await nextChallenge(req, 'forgot') : null,
    email,
    error: result.outcome === 'captchaFailed' ? 'captcha' : result.outcome,
    minutes: result.outcome === 'tooMany' ? Math.ceil(result.retryAfter / 60) : undefined,
  }
}
