import 'server-only'

import config from '@payload-config'
import { cookies, headers } from 'next/headers'
import { createLocalReq, getPayload } from 'payload'

import { sessionCookieName, sessionCookieOptions } from './cookie'
import { openSession } from './openSession'

export type LoginOutcome = { ok: false; reason: 'credentials' | 'unavailable' } | { ok: true }

/** Opens a session for the portal and sets its cookie. Called by the login form's server action. */
export async function logIn(credentials: {
  email: string
  password: string
}): Promise<LoginOutcome> {
  const payload = await getPayload({ config })
  try {
    const req = await createLocalReq({ req: { headers: new Headers(await headers()) } }, payload)
    const session = await openSession(req, credentials)
    if (!session) return { ok: false, reason: 'credentials' }
    const options = sessionCookieOptions(payload, session.expires)
    ;(await cookies()).set(sessionCookieName(payload), session.token, options)
    return { ok: true }
  } catch (err) {
    payload.logger.error({ err, msg: 'Portal login failed' })
    return { ok: false, reason: 'unavailable' }
  }
}
