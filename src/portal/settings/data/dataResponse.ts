import type { PayloadRequest } from 'payload'

import { exportData } from '../../../accounts/account/exportData'
import type { SignedInCustomer } from '../../../accounts/sessions/findSignedIn'

/**
 * A customer's data as a file.
 *
 * @param req acts as the customer
 */
export async function dataResponse(
  req: PayloadRequest,
  customer: SignedInCustomer,
): Promise<Response> {
  return new Response(JSON.stringify(await exportData(req, customer), null, 2), {
    headers: {
      'Cache-Control': 'private, no-store',
      'Content-Disposition': 'attachment; filename="my-data.json"',
      'Content-Type': 'application/json; charset=utf-8',
    },
  })
}
