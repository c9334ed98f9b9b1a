import { verify as verifyLicense } from '../../licensing/verify'
import type { ApiContext } from '../types'
import { readClaim } from './claim'
import { tellEntitlements } from './entitlements'
import { refuse } from './refuse'

/** `POST /license/verify`: whether the calling installation still runs under a licence that is in order. */
export async function verify(context: ApiContext): Promise<Response> {
  const claim = await readClaim(context, 'verify')
  if (claim instanceof Response) return claim
  const { findActivation, lastSeen } = context.get('services')
  const outcome = await verifyLicense({ ...claim.args, findActivation, lastSeen })
  if (!outcome.ok) {
    return refuse(context, outcome.code, { ...claim.call, licenseId: outcome.license?.id })
  }
  return context.json({
    is_active: true,
    message: context.get('messages').verified,
    data: null,
    ...tellEntitlements(outcome.license),
  })
}
