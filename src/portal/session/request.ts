import 'server-only'

import { headers } from 'next/headers'
import { createLocalReq, type PayloadRequest } from 'payload'

import type { SignedInCustomer } from '../../accounts/sessions/findSignedIn'
import { portalPayload } from './payload'

/**
 * The present request for Payload and the account operations: a new one at each call, with a transaction of its own.
 *
 * @param customer whom it acts as; nobody when left out
 */
export async function portalRequest(customer?: SignedInCustomer): Promise<PayloadRequest> {
  const payload = await portalPayload()
  return createLocalReq(
    { req: { headers: new Headers(await headers()) }, ...(customer ? { user: customer } : {}) },
    payload,
  )
}
