import 'server-only'

import { exportData } from '../../../accounts/account/exportData'
import { getCustomer } from '../../session/customer'

/** `GET /customer/settings/data/export`: the signed-in customer's data as a file. */
export async function downloadData(): Promise<Response> {
  const session = await getCustomer()
  if (!session) return new Response('Log in first.', { status: 401 })
  const data = await exportData(session.req, session.customer)
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      'Cache-Control': 'private, no-store',
      'Content-Disposition': 'attachment; filename="my-data.json"',
      'Content-Type': 'application/json; charset=utf-8',
    },
  })
}
