import 'server-only'

import { cookies } from 'next/headers'
import type { Payload } from 'payload'

import { randomToken } from '../../accounts/random'
import type { OpenedSession } from '../../accounts/sessions/openSession'
import { cookieName, cookieOptions, deviceCookieMs, type PortalCookie } from './cookie'
import { endReplaced } from './endReplaced'

/** Gives the browser the cookie of a new session, ends the one it had, and takes away that of a login that was under way. */
export async function setSessionCookie(payload: Payload, session: OpenedSession): Promise<void> {
  await endReplaced(payload, await readCookie(payload, 'session'))
  await setCookie(payload, 'session', session.token, session.cookieExpires)
  await clearCookie(payload, 'secondFactor')
}

/** Gives the browser a cookie that ends at a moment, or with the browser. */
export async function setCookie(
  payload: Payload,
  cookie: PortalCookie,
  value: string,
  expires: Date | null,
): Promise<void> {
  ;(await cookies()).set(cookieName(payload, cookie), value, cookieOptions(payload, expires))
}

/** Takes a cookie away. */
export async function clearCookie(payload: Payload, cookie: PortalCookie): Promise<void> {
  await setCookie(payload, cookie, '', new Date(0))
}

/** The value of a cookie that the browser sent. */
export async function readCookie(payload: Payload, cookie: PortalCookie): Promise<null | string> {
  return (await cookies()).get(cookieName(payload, cookie))?.value || null
}

/** The token by which this browser is known. One that has none gets one; it is renewed at each login. */
export async function deviceTokenOfBrowser(payload: Payload): Promise<string> {
  const token = (await readCookie(payload, 'device')) ?? randomToken()
  await setCookie(payload, 'device', token, new Date(Date.now() + deviceCookieMs))
  return token
}
