import 'server-only'

import { issueCertificate } from '../../certificates/issueCertificate'
import { findLicense } from '../queries/findLicense'
import { getCustomer } from '../session/customer'
import { portalPages } from '../shell/portalPages'

/**
 * `GET /customer/product-licenses/:id/certificate`: the certificate of a licence of the signed-in customer's own. Whose it is is asked at
 * every download.
 */
export async function downloadCertificate(id: string): Promise<Response> {
  const session = await getCustomer()
  if (!session) return refusal('Log in first.', 401)
  const isOn = (await portalPages(session.req)).licenses
  const license = isOn ? await findLicense(session.req, id) : null
  if (!license) return refusal('There is no such license.', 404)
  const outcome = await issueCertificate(session.req.payload, license.id)
  if (!outcome.ok) return refusal('The license is not valid, so it has no certificate.', 409)
  return new Response(outcome.content, {
    headers: {
      'Cache-Control': 'private, no-store',
      'Content-Disposition': `attachment; filename="${outcome.filename}"`,
      'Content-Type': 'application/octet-stream',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

function refusal(text: string, status: number): Response {
  return new Response(text, { headers: { 'Cache-Control': 'private, no-store' }, status })
}
