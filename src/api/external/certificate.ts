import { issueCertificate } from '../../certificates/issueCertificate'
import type { CertificateBinding } from '../../licensing/certificate'
import type { Activation, Installation } from '../../licensing/types'
import { limit, readBody } from '../body'
import type { ApiContext } from '../types'
import { claimOf, claimSchema } from './claim'
import { refuse } from './refuse'
import { verifyClaim } from './verifyClaim'

export const certificateSchema = claimSchema.extend({ ttl_days: limit() })

/**
 * `POST /license/certificate`: a signed file with which the calling installation runs offline until it ends. Bound to the device or domain
 * that was activated; what the caller says of itself counts only where nothing was.
 */
export async function certificate(context: ApiContext): Promise<Response> {
  const { ttl_days: days = null, ...body } = await readBody(context, certificateSchema)
  const claim = await claimOf(context, 'certificate', body)
  if (claim instanceof Response) return claim
  const verified = await verifyClaim(context, claim)
  if (!verified.ok) {
    return refuse(context, verified.code, { ...claim.call, licenseId: verified.license?.id })
  }

  const { payload } = context.get('services')
  const { activation, license } = verified
  const issued = await issueCertificate(payload, license.id, {
    bound_to: bindingOf(activation) ?? bindingOf(claim.args.installation),
    days,
  })
  if (!issued.ok) return refuse(context, issued.code, { ...claim.call, licenseId: license.id })
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

function bindingOf({ domain, fingerprint }: Activation | Installation): CertificateBinding | null {
  if (fingerprint !== null) return { fingerprint }
  return domain === null ? null : { domain }
}
