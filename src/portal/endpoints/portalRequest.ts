import { APIError, type PayloadRequest } from 'payload'
import { parseCookies } from 'payload/shared'

import { findSignedIn, type SignedInCustomer } from '../../accounts/sessions/findSignedIn'
import { cookieName } from '../session/cookie'
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
  const token = parseCookies(req.headers).get(cookieName(req.payload, 'session'))
  const customer = await findSignedIn(req.payload, token, req)
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

/**
 * Refuses scripts of other sites. Whoever follows a link from there comes without an `Origin`, and may.
 *
 * @throws APIError 403
 */
export function refuseForeignReader({ headers, payload }: PayloadRequest): void {
  if (headers.has('origin') && !isSameOrigin(headers, payload.config.serverURL)) {
    throw new APIError('This request did not come from this site.', 403, null, true)
  }
}

/** The fields of a JSON body; none where there is no JSON object. */
export async function readFields(req: PayloadRequest): Promise<Record<string, unknown>> {
  const body: unknown = await req.json?.().catch(() => null)
  return body && typeof body === 'object' && !Array.isArray(body)
    ? (body as Record<string, unknown>)
    : {}
}
