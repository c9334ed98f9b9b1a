import { APIError, type PayloadHandler, type PayloadRequest } from 'payload'
import { generateCookie, parseCookies } from 'payload/shared'

import { type LoginResult, logIn } from '../../accounts/login/logIn'
import { randomToken } from '../../accounts/random'
import { closeSession } from '../session/closeSession'
import { cookieName, cookieOptions, deviceCookieMs, type PortalCookie } from '../session/cookie'
import { asCustomer, readFields, refuseForeignOrigin } from './portalRequest'

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
  const deviceToken =
    parseCookies(req.headers).get(cookieName(req.payload, 'device')) || randomToken()
  const result = await logIn(req, {
    captcha: {
      answer: fields.captchaAnswer,
      recaptcha: fields['g-recaptcha-response'],
      token: fields.captchaToken,
    },
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
      collection: 'customers',
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

function answerOf(req: PayloadRequest, result: LoginResult, deviceToken: string): Response {
  const headers = new Headers()
  if (result.outcome === 'signedIn') {
    const { cookieExpires, expires, token } = result.session
    appendCookie(headers, req, 'session', token, cookieExpires)
    appendCookie(headers, req, 'device', deviceToken, new Date(Date.now() + deviceCookieMs))
    const exp = Math.floor(expires.getTime() / 1000)
    return Response.json({ exp, message: 'Logged in.' }, { headers })
  }
  if (result.outcome === 'secondFactor') {
    appendCookie(headers, req, 'secondFactor', result.token, null)
    return Response.json(
      { message: 'Enter the code of your authenticator app.', secondFactor: true },
      { headers },
    )
  }
  if (result.outcome === 'tooMany') {
    headers.set('Retry-After', String(result.retryAfter))
    return Response.json({ errors: [{ message: 'Too many attempts.' }] }, { headers, status: 429 })
  }
  const [status, message] = refusals[result.outcome]
  throw new APIError(message, status, null, true)
}

const refusals: Record<
  'captchaFailed' | 'captchaFallback' | 'disabled' | 'refused' | 'unconfirmed',
  [number, string]
> = {
  captchaFailed: [400, 'The CAPTCHA was not solved.'],
  captchaFallback: [400, 'The CAPTCHA was not solved.'],
  disabled: [403, 'This account is disabled.'],
  refused: [401, 'The e-mail address or password is wrong.'],
  unconfirmed: [403, 'Confirm your e-mail address first.'],
}

function appendCookie(
  headers: Headers,
  req: PayloadRequest,
  cookie: PortalCookie,
  value: string,
  expires: Date | null,
): void {
  const generated = generateCookie<string>({
    ...cookieOptions(req.payload, expires),
    name: cookieName(req.payload, cookie),
    returnCookieAsObject: false,
    sameSite: 'Lax',
    value,
  })
  headers.append('Set-Cookie', generated)
}
