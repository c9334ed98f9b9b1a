import type { AuthStrategy } from 'payload'

import { findSignedIn } from '../../../src/accounts/sessions/findSignedIn'

const header = /^(?:Bearer|JWT) ([\w-]{43})$/i

/**
 * Lets a customer's script read Payload's REST and GraphQL with the token of their session of the portal in an
 * `Authorization` header. Never with the cookie: a browser sends that by itself, and beside an administrator's.
 */
export const portalSession: AuthStrategy = {
  name: 'portal-session',
  authenticate: async ({ headers, payload }) => {
    const token = header.exec(headers.get('authorization') ?? '')?.[1]
    const customer = token ? await findSignedIn(payload, token) : null
    return { user: customer && { ...customer, _strategy: 'portal-session' } }
  },
}
