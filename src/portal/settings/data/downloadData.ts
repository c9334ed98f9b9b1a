import 'server-only'

import { getCustomer } from '../../session/customer'
import { dataResponse } from './dataResponse'

/** `GET /customer/settings/data/export`: the signed-in customer's data as a file. */
export async function downloadData(): Promise<Response> {
  const session = await getCustomer()
  if (!session) return new Response('Log in first.', { status: 401 })
  return dataResponse(session.req, session.customer)
}
