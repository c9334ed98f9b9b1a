import type { PayloadRequest } from 'payload'

import { isPortalPageEnabled } from '../../../access/portalPageEnabled'
import { getSettings } from '../../../collections/Settings/getSettings'
import { issueCertificate } from '../../certificates/issueCertificate'
import type { CertificateBinding } from '../../licensing/certificate'
import { type DownloadRules, hasDownloads } from '../../licensing/downloads'
import { downloadRules } from '../downloads/downloadRules'
import { findBindableById } from '../queries/findBindable'
import { findLicense } from '../queries/findLicense'

/** What the address of a certificate says: any text. */
export type CertificateParams = {
  /** The activation that it is for. Empty or null: any installation. */
  activation: null | string
  /** The licence. */
  id: string
}

/**
 * The certificate of a licence, for the customer of this request. Whose the licence is, whether the settings let customers have files,
 * and whether the activation is one of the licence's that runs, is asked at every download; what they may not have is not there.
 *
 * @param req acts as the customer
 */
export async function certificateResponse(
  req: PayloadRequest,
  { activation, id }: CertificateParams,
): Promise<Response> {
  const rules = await findRules(req)
  const license = rules ? await findLicense(req, id) : null
  if (!rules || !license) return notThere()
  const bound_to = activation ? await bindingOf(req, license.id, activation) : null
  if (activation && !bound_to) return notThere()
  const outcome = await issueCertificate(req.payload, license.id, {
    bound_to,
    evenWhenOver: hasDownloads(license, rules, new Date()),
  })
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

/** An answer in words in place of a certificate. */
export function refusal(text: string, status: number): Response {
  return new Response(text, { headers: { 'Cache-Control': 'private, no-store' }, status })
}

/** What the settings let customers download, or null where it is nothing. */
async function findRules(req: PayloadRequest): Promise<DownloadRules | null> {
  const [isOn, settings] = await Promise.all([
    isPortalPageEnabled(req, 'licenses'),
    getSettings(req),
  ])
  const rules = downloadRules(settings)
  return isOn && rules.allowed ? rules : null
}

/** Customers who see no activations choose none. */
async function bindingOf(
  req: PayloadRequest,
  license: string,
  activation: string,
): Promise<CertificateBinding | null> {
  if (!(await isPortalPageEnabled(req, 'activations'))) return null
  return (await findBindableById(req, license, activation))?.binding ?? null
}

function notThere(): Response {
  return refusal('There is no such license.', 404)
}
