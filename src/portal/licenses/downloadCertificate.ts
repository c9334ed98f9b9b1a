import 'server-only'

import { getCustomer } from '../session/customer'
import { certificateResponse, refusal } from './certificateResponse'

/**
 * `GET /customer/product-licenses/:id/certificate`: the certificate of a licence of the signed-in customer's own, with `?for=` and the id of
 * one of its activations only for that one. Whose it is is asked at every download.
 */
export async function downloadCertificate(request: Request, id: string): Promise<Response> {
  const session = await getCustomer()
  if (!session) return refusal('Log in first.', 401)
  const activation = new URL(request.url).searchParams.get('for')
  return certificateResponse(session.req, { activation, id })
}
