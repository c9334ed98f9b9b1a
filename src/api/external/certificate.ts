import { issueCertificate } from '../../certificates/issueCertificate'
import type { CertificateBinding } from '../../licensing/certificate'
import type { Installation } from '../../licensing/types'
import { limit, readBody } from '../body'
import type { ApiContext } from '../types'
import { claimOf, claimSchema } from './claim'
import { refuse } from './refuse'
import { verifyClaim } from './verifyClaim'

export const certificateSchema = claimSchema.extend({ ttl_days: limit() })

/**
 * `POST /license/certificate`: a signed file with which the calling installation runs offline until it ends. Bound to the installation's
 * device or domain, where it names one.
 */
export async function certificate(context: ApiContext): Promise<Response> {
  const { ttl_days: days = null, ...body } = await readBody(context, certificateSchema)
  const claim = await claimOf(context, 'certificate', body)
  if (claim instanceof Response) return claim
  const verified = await verifyClaim(context, claim)
  if (!verified.ok) return refuse(context, verified.code, claim.call)

  const { payload } = context.get('services')
  const issued = await issueCertificate(payload, verified.license.id, {
    bound_to: bindingOf(claim.args.installation),
    days,
  })
  if (!issued.ok) return refuse(context, issued.code, claim.call)
  return context.json({
    is_active: true,
    message: context.get('messages').certified,
    data: {
      certificate: issued.content,
      valid_until: issued.validUntil,
      key_id: issued.keyId,
    },
  })
}

function bindingOf({ domain, fingerprint }: Installation): CertificateBinding | null {
  if (fingerprint !== null) return { fingerprint }
  return domain === null ? null : { domain }
}
