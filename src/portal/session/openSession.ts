import { AuthenticationError, LockedAuth, loginOperation, type PayloadRequest } from 'payload'

import { normalizeEmailAddress } from '../../licensing/emails'

/** The token of a new session and when it ends. */
export type OpenedSession = { expires: Date; token: string }

/**
 * Checks the password and opens a session. Payload does the work; a wrong password, an unknown address and a locked
 * account look alike to the caller.
 *
 * @returns null when the credentials do not open a session
 */
export async function openSession(
  req: PayloadRequest,
  { email, password }: { email: string; password: string },
): Promise<null | OpenedSession> {
  if (!email.trim() || !password.trim()) return null
  try {
    const { exp, token } = await loginOperation({
      collection: req.payload.collections.customers,
      data: { email: normalizeEmailAddress(email), password },
      depth: 0,
      // Nobody is signed in yet: the password is what is checked.
      overrideAccess: true,
      req,
    })
    return token && exp ? { expires: new Date(exp * 1000), token } : null
  } catch (error) {
    if (error instanceof AuthenticationError || error instanceof LockedAuth) return null
    throw error
  }
}
