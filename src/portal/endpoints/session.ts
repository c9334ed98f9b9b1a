import { APIError, type PayloadHandler, type PayloadRequest } from 'payload'
import { generateCookie } from 'payload/shared'

import { closeSession } from '../session/closeSession'
import { sessionCookieName, sessionCookieOptions } from '../session/cookie'
import { openSession } from '../session/openSession'
import { asCustomer, refuseForeignOrigin } from './portalRequest'

/** `POST /api/customers/login`: `email`, `password`. Sets the portal's cookie; the token is nowhere else. */
export const login: PayloadHandler = async (req) => {
  refuseForeignOrigin(req)
  const { email, password } = await readCredentials(req)
  const session = await openSession(req, { email, password })
  if (!session) throw new APIError('The e-mail address or password is wrong.', 401, null, true)
  return Response.json(
    { exp: Math.floor(session.expires.getTime() / 1000), message: 'Logged in.' },
    { headers: { 'Set-Cookie': sessionCookie(req, session.token, session.expires) } },
  )
}

/** `POST /api/customers/logout`: ends the session. */
export const logout: PayloadHandler = async (req) => {
  const session = await asCustomer(req)
  await closeSession(session.req)
  return Response.json(
    { message: 'Logged out.' },
    { headers: { 'Set-Cookie': sessionCookie(req, '', new Date(0)) } },
  )
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

async function readCredentials(req: PayloadRequest): Promise<{ email: string; password: string }> {
  const body: unknown = await req.json?.().catch(() => null)
  const { email, password } = (body ?? {}) as Record<string, unknown>
  if (typeof email !== 'string' || typeof password !== 'string') {
    throw new APIError('Send an e-mail address and a password.', 400, null, true)
  }
  return { email, password }
}

function sessionCookie(req: PayloadRequest, value: string, expires: Date): string {
  return generateCookie<string>({
    ...sessionCookieOptions(req.payload, expires),
    name: sessionCookieName(req.payload),
    returnCookieAsObject: false,
    sameSite: 'Lax',
    value,
  })
}
