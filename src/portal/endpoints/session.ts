import { APIError, type PayloadHandler, type PayloadRequest } from 'payload'

import { type LoginResult, logIn } from '../../accounts/login/logIn'
import { closeSession } from '../session/closeSession'
import { readCaptchaFields } from './captchaFields'
import { appendCookie, deviceTokenOf, signedInResponse } from './cookies'
import { asCustomer, readFields, refuseForeignOrigin } from './portalRequest'
import { refuse, tooMany } from './refusals'
import { slugOf } from '../../slugs/slugOf'

/**
 * `POST /api/customers/login`: `email`, `password`, `rememberMe`, and `captchaToken` with `captchaAnswer` or `g-recaptcha-response`
 * where the settings ask for a CAPTCHA. Sets the portal's cookie; the token is nowhere else.
 */
export const login: PayloadHandler = async (req) => {
  refuseForeignOrigin(req)
  const fields = await readFields(req)
  if (typeof fields.email !== 'string' || typeof fields.password !== 'string') {
    throw new APIError('Send an e-mail address and a password.', 400, null, true)
  }
  const deviceToken = deviceTokenOf(req)
  const result = await logIn(req, {
    captcha: readCaptchaFields(fields),
    deviceToken,
    email: fields.email,
    isRemembered: fields.rememberMe === true,
    password: fields.password,
  })
  return answerOf(req, result, deviceToken)
}

/** `POST /api/customers/logout`: ends the session. */
export const logout: PayloadHandler = async (incoming) => {
  const { customer, req } = await asCustomer(incoming)
  await closeSession(req, customer)
  const headers = new Headers()
  appendCookie(headers, req, 'session', '', new Date(0))
  return Response.json({ message: 'Logged out.' }, { headers })
}

/** `GET /api/customers/me`: the signed-in customer as they may see themselves, or `{"user": null}`. */
export const me: PayloadHandler = async (incoming) => {
  try {
    const { customer, req } = await asCustomer(incoming)
    const user = await req.payload.findByID({
      collection: slugOf('customers'),
      depth: 0,
      id: customer.id,
      overrideAccess: false,
      req,
    })
    return Response.json({ user })
  } catch (error) {
    if (error instanceof APIError && error.status === 401) return Response.json({ user: null })
    throw error
  }
}

async function answerOf(
  req: PayloadRequest,
  result: LoginResult,
  deviceToken: string,
): Promise<Response> {
  switch (result.outcome) {
    case 'signedIn':
      return signedInResponse(req, result.session, deviceToken)
    case 'secondFactor': {
      const headers = new Headers()
      appendCookie(headers, req, 'secondFactor', result.token, null)
      const message = 'Enter the code of your authenticator app.'
      return Response.json({ message, secondFactor: true }, { headers })
    }
    case 'tooMany':
      return tooMany(result.retryAfter)
    default:
      return refuse(result.outcome)
  }
}
