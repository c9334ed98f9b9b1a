import { APIError, type Endpoint, type PayloadHandler } from 'payload'

import {
  forgotPassword,
  register,
  resendConfirmation,
  resetPassword,
} from '../../src/portal/endpoints/account'
import { login, logout, me } from '../../src/portal/endpoints/session'

const closed: PayloadHandler = () => {
  throw new APIError('Not found.', 404, null, true)
}

const open: Endpoint[] = [
  { handler: login, method: 'post', path: '/login' },
  { handler: logout, method: 'post', path: '/logout' },
  { handler: me, method: 'get', path: '/me' },
  { handler: register, method: 'post', path: '/register' },
  { handler: forgotPassword, method: 'post', path: '/forgot-password' },
  { handler: resendConfirmation, method: 'post', path: '/resend-confirmation' },
  { handler: resetPassword, method: 'post', path: '/reset-password' },
  { handler: closed, method: 'get', path: '/init' },
  ...['/first-register', '/refresh-token', '/verify/:id'].map((path): Endpoint => ({
    handler: closed,
    method: 'post',
    path,
  })),
]

/**
 * Stand before Payload's own auth endpoints of the customers collection. Those would set the administrators' cookie, hand
 * out tokens, mail links into the admin panel and, while there is no customer yet, create one for anybody.
 *
 * @param isPortalOn without a portal all of them are closed
 */
export function customerAuthEndpoints(isPortalOn: boolean): Endpoint[] {
  return isPortalOn ? open : open.map((endpoint) => ({ ...endpoint, handler: closed }))
}
