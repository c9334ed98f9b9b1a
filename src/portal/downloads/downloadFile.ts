import 'server-only'

import { getCustomer } from '../session/customer'
import { type DownloadParams, downloadResponse } from './downloadResponse'

/** `GET /customer/product-licenses/:id/downloads/:version/:type`: a file for a licence of the signed-in customer's own. */
export async function downloadFile(request: Request, params: DownloadParams): Promise<Response> {
  const session = await getCustomer()
  if (session) return downloadResponse(session.req, request, params)
  const headers = { 'Cache-Control': 'private, no-store' }
  return new Response('Log in first.', { headers, status: 401 })
}
