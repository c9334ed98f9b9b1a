import 'server-only'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import type { PayloadRequest } from 'payload'
import { cache } from 'react'

import { giveSettings } from '../../../collections/Settings/getSettings'
import { extensionsOf } from '../../extensions/extensionsOf'
import { findSignedIn, type SignedInCustomer } from '../../accounts/sessions/findSignedIn'
import { cookieName } from './cookie'
import { paths } from '../shell/paths'
import { portalRequest } from './request'
import { portalSettings } from './settings'
import { portalPayload } from './payload'

/** The signed-in customer and a request that acts as them, for calls with `overrideAccess: false`. */
export type PortalSession = { customer: SignedInCustomer; req: PayloadRequest }

/** Who is signed in to the portal, or null. Asked once per request. */
export const getCustomer = cache(async (): Promise<null | PortalSession> => {
  const payload = await portalPayload()
  if (!extensionsOf(payload.config).isPortalOn) return null
  const token = (await cookies()).get(cookieName(payload, 'session'))?.value
  if (!token) return null
  const settings = portalSettings()
  // Where nobody is signed in, whoever needs them asks for them, and is told why there are none.
  settings.catch(() => undefined)
  const customer = await findSignedIn(payload, token)
  if (!customer) return null
  const req = await portalRequest(customer)
  giveSettings(req, settings)
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
  if (!session) redirect(`${paths.login}?redirect=${encodeURIComponent(path)}`)
  return session
}
