import 'server-only'

import { closeSession } from './closeSession'
import { getCustomer } from './customer'
import { clearCookie } from './setCookies'

/** Ends the customer's session and takes its cookie away. */
export async function logOut(): Promise<void> {
  const session = await getCustomer()
  if (!session) return
  await closeSession(session.req, session.customer)
  await clearCookie(session.req.payload, 'session')
}
