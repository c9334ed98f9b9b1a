import { APIError, type PayloadHandler } from 'payload'

import { register as registerCustomer } from '../../accounts/registration/register'
import { requestConfirmation } from '../../accounts/registration/requestConfirmation'
import { requestReset } from '../../accounts/reset/requestReset'
import { resetPassword as setPassword } from '../../accounts/reset/resetPassword'
import { readCaptchaFields } from './captchaFields'
import { deviceTokenOf, knownDeviceOf, signedInResponse } from './cookies'
import { readFields, refuseForeignOrigin } from './portalRequest'
import { refuse, tooMany } from './refusals'

/**
 * `POST /api/customers/register`: `name`, `email`, `password`. 404 while registration is switched off, 202 when a mail has to be
 * answered first, 201 with a session otherwise.
 */
export const register: PayloadHandler = async (req) => {
  refuseForeignOrigin(req)
  const { email, name, password, ...rest } = await readFields(req)
  const deviceToken = deviceTokenOf(req)
  const captcha = readCaptchaFields(rest)
  const result = await registerCustomer(req, { captcha, deviceToken, email, name, password })
  switch (result.outcome) {
    case 'off':
      throw new APIError('Not found.', 404, null, true)
    case 'checkMail':
      return Response.json({ message: 'Use the link that was mailed to you.' }, { status: 202 })
    case 'signedIn':
      return signedInResponse(req, result.session, deviceToken, 201)
    case 'invalid':
      return Response.json(
        { errors: Object.entries(result.errors).map(([field, code]) => ({ code, field })) },
        { status: 400 },
      )
    case 'tooMany':
      return tooMany(result.retryAfter)
    default:
      return refuse(result.outcome)
  }
}

/** `POST /api/customers/forgot-password`: `email`. The same answer for every address. */
export const forgotPassword: PayloadHandler = async (req) => {
  refuseForeignOrigin(req)
  const { email, ...rest } = await readFields(req)
  const result = await requestReset(req, { captcha: readCaptchaFields(rest), email })
  if (result.outcome === 'tooMany') return tooMany(result.retryAfter)
  if (result.outcome !== 'sent') return refuse(result.outcome)
  return Response.json({ message: 'If there is an account, a mail is on its way.' })
}

/** `POST /api/customers/resend-confirmation`: `email`. The same answer for every address. */
export const resendConfirmation: PayloadHandler = async (req) => {
  refuseForeignOrigin(req)
  const { email } = await readFields(req)
  const result = await requestConfirmation(req, email)
  if (result.outcome === 'tooMany') return tooMany(result.retryAfter)
  if (result.outcome !== 'sent') return refuse(result.outcome)
  return Response.json({ message: 'If an account waits to be confirmed, a mail is on its way.' })
}

/** `POST /api/customers/reset-password`: `token` of the mailed link and `password`. Signs nobody in. */
export const resetPassword: PayloadHandler = async (req) => {
  refuseForeignOrigin(req)
  const { password, token } = await readFields(req)
  const result = await setPassword(req, { deviceToken: knownDeviceOf(req), password, token })
  switch (result.outcome) {
    case 'reset':
      return Response.json({ message: 'The password is changed and all sessions are ended.' })
    case 'invalid':
      return Response.json({ errors: [{ code: result.error, field: 'password' }] }, { status: 400 })
    case 'tooMany':
      return tooMany(60 * 60)
    default:
      throw new APIError('This link does not work any more.', 410, null, true)
  }
}
