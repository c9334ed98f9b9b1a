import 'server-only'

import { cookies } from 'next/headers'

import { closeSession } from './closeSession'
import { sessionCookieName, sessionCookieOptions } from './cookie'
import { getCustomer } from './customer'

/** Ends the customer's session and takes its cookie away. */
export async function logOut(): Promise<void> {
  const session = await getCustomer()
  if (!session) return
  const { payload } = session.req
  await closeSession(session.req)
  ;(await cookies()).set(sessionCookieName(payload), '', sessionCookieOptions(payload, new Date(0)))
}
