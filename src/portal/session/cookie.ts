import type { Payload } from 'payload'

/**
 * The portal's own cookie. Payload has one name for the cookies of all collections, so a portal login under that name
 * would log an administrator out of the same browser.
 */
const baseName = 'lm-portal'

/** The name of the session cookie: with the `__Host-` prefix where the portal is served over https. */
export function sessionCookieName(payload: Payload): string {
  return isServedOverHttps(payload) ? `__Host-${baseName}` : baseName
}

/** Attributes of the session cookie. */
export function sessionCookieOptions(payload: Payload, expires: Date) {
  return {
    expires,
    httpOnly: true,
    path: '/',
    sameSite: 'lax',
    secure: isServedOverHttps(payload),
  } as const
}

function isServedOverHttps(payload: Payload): boolean {
  return payload.config.serverURL.startsWith('https://')
}
