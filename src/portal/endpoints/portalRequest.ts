import { APIError, type PayloadRequest } from 'payload'
import { parseCookies } from 'payload/shared'

import { authenticateToken, type SignedInCustomer } from '../session/authenticate'
import { sessionCookieName } from '../session/cookie'
import { isSameOrigin } from '../session/sameOrigin'

/**
 * Makes a request of the REST API act as the customer of the portal's cookie, whoever Payload's own cookie names: an
 * administrator may be signed in to the same browser.
 *
 * @throws APIError 403 for a write from another site, 401 when no customer is signed in
 */
export async function asCustomer(
  req: PayloadRequest,
): Promise<{ customer: SignedInCustomer; req: PayloadRequest }> {
  refuseForeignOrigin(req)
  const token = parseCookies(req.headers).get(sessionCookieName(req.payload))
  const customer = await authenticateToken(req.payload, token, req)
  if (!customer) throw new APIError('You are not logged in.', 401, null, true)
  req.user = customer
  return { customer, req }
}

/**
 * Refuses writes that do not come from a page of this site.
 *
 * @throws APIError 403
 */
export function refuseForeignOrigin(req: PayloadRequest): void {
  const isRead = req.method === 'GET' || req.method === 'HEAD'
  if (!isRead && !isSameOrigin(req.headers, req.payload.config.serverURL)) {
    throw new APIError('This request did not come from this site.', 403, null, true)
  }
}
