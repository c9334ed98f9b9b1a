import type { Payload } from 'payload'

/**
 * The portal's cookies. Payload has one name for the session cookies of all collections, so a portal login under that name would log
 * an administrator out of the same browser.
 */
const names = {
  /** Tells a browser that signed in before from a new one. Says nothing of who is signed in. */
  device: 'lm-device',
  /** A login that waits for its second factor. */
  secondFactor: 'lm-second-factor',
  session: 'lm-portal',
  /** A sign-in with another account that waits for its mailed link. */
  socialProof: 'lm-social-proof',
} as const

export type PortalCookie = keyof typeof names

/** For how long a browser is remembered as a known device, in milliseconds. Browsers keep no cookie longer than 400 days. */
export const deviceCookieMs = 390 * 24 * 60 * 60 * 1000

/** The name of a cookie: with the `__Host-` prefix where the portal is served over https. */
export function cookieName(payload: Payload, cookie: PortalCookie): string {
  return isServedOverHttps(payload) ? `__Host-${names[cookie]}` : names[cookie]
}

/**
 * Attributes of a cookie.
 *
 * @param expires null for a cookie that ends with the browser
 */
export function cookieOptions(payload: Payload, expires: Date | null) {
  return {
    ...(expires ? { expires } : {}),
    httpOnly: true,
    path: '/',
    sameSite: 'lax',
    secure: isServedOverHttps(payload),
  } as const
}

function isServedOverHttps(payload: Payload): boolean {
  return payload.config.serverURL.startsWith('https://')
}
