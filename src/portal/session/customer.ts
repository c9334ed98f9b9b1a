import 'server-only'

import config from '@payload-config'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { createLocalReq, getPayload, type PayloadRequest } from 'payload'
import { cache } from 'react'

import { authenticateToken, type SignedInCustomer } from './authenticate'
import { sessionCookieName } from './cookie'

/** The signed-in customer and a request that acts as them, for calls with `overrideAccess: false`. */
export type PortalSession = { customer: SignedInCustomer; req: PayloadRequest }

/** Who is signed in to the portal, or null. Asked once per request. */
export const getCustomer = cache(async (): Promise<null | PortalSession> => {
  const payload = await getPayload({ config })
  const token = (await cookies()).get(sessionCookieName(payload))?.value
  const customer = await authenticateToken(payload, token)
  if (!customer) return null
  const req = await createLocalReq(
    { req: { headers: new Headers(await headers()) }, user: customer },
    payload,
  )
  return { customer, req }
})

/**
 * Who is signed in to the portal.
 *
 * @param path where to come back to after the login
 * @throws Next's redirect to the login page when nobody is signed in
 */
export async function requireCustomer(path: string): Promise<PortalSession> {
  const session = await getCustomer()
  if (!session) redirect(`/customer/login?redirect=${encodeURIComponent(path)}`)
  return session
}
