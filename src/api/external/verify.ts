import { extensionsOf } from '../../extensions/extensionsOf'
import { verify as verifyLicense } from '../../licensing/verify'
import type { ApiContext } from '../types'
import { readClaim } from './claim'
import { tellEntitlements } from './entitlements'
import { refuse } from './refuse'

/** `POST /license/verify`: whether the calling installation still runs under a licence that is in order. */
export async function verify(context: ApiContext): Promise<Response> {
  const claim = await readClaim(context, 'verify')
  if (claim instanceof Response) return claim
  const { findActivation, lastSeen, payload } = context.get('services')
  const { hooks } = extensionsOf(payload.config)
  const refused = await hooks.beforeVerify?.({ installation: claim.args.installation })
  if (refused) return refuse(context, refused, claim.call)
  const outcome = await verifyLicense({ ...claim.args, findActivation, lastSeen })
  if (!outcome.ok) {
    return refuse(context, outcome.code, { ...claim.call, licenseId: outcome.license?.id })
  }
  const { activation, license } = outcome
  return context.json({
    ...(await hooks.verifyResponse?.({ activation, license })),
    is_active: true,
    message: context.get('messages').verified,
    data: null,
    ...tellEntitlements(outcome.license),
  })
}
