import type { PayloadRequest } from 'payload'
import { generateCookie, parseCookies } from 'payload/shared'

import { randomToken } from '../../accounts/random'
import type { OpenedSession } from '../../accounts/sessions/openSession'
import { cookieName, cookieOptions, deviceCookieMs, type PortalCookie } from '../session/cookie'
import { endReplaced } from '../session/endReplaced'

/** The token by which the browser of a request is known; a new one where it has none. */
export function deviceTokenOf(req: PayloadRequest): string {
  return knownDeviceOf(req) ?? randomToken()
}

/** The token by which the browser of a request is known; null where it has none. */
export function knownDeviceOf(req: PayloadRequest): null | string {
  return parseCookies(req.headers).get(cookieName(req.payload, 'device')) || null
}

/** The answer that gives a browser its new session, in the place of the one it had. The token is in the cookie and nowhere else. */
export async function signedInResponse(
  req: PayloadRequest,
  { cookieExpires, expires, token }: OpenedSession,
  deviceToken: string,
  status = 200,
): Promise<Response> {
  await endReplaced(req.payload, parseCookies(req.headers).get(cookieName(req.payload, 'session')))
  const headers = new Headers()
  appendCookie(headers, req, 'session', token, cookieExpires)
  appendCookie(headers, req, 'device', deviceToken, new Date(Date.now() + deviceCookieMs))
  const exp = Math.floor(expires.getTime() / 1000)
  return Response.json({ exp, message: 'Logged in.' }, { headers, status })
}

/** Adds a cookie to an answer's headers. */
export function appendCookie(
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
