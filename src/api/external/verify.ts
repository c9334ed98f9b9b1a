import { extensionsOf } from '../../extensions/extensionsOf'
import type { ApiContext } from '../types'
import { readClaim } from './claim'
import { tellEntitlements } from './entitlements'
import { refuse } from './refuse'
import { verifyClaim } from './verifyClaim'

/** `POST /license/verify`: whether the calling installation still runs under a licence that is in order. */
export async function verify(context: ApiContext): Promise<Response> {
  const claim = await readClaim(context, 'verify')
  if (claim instanceof Response) return claim
  const outcome = await verifyClaim(context, claim)
  if (!outcome.ok) {
    return refuse(context, outcome.code, { ...claim.call, licenseId: outcome.license?.id })
  }
  const { activation, license } = outcome
  const { hooks } = extensionsOf(context.get('services').payload.config)
  return context.json({
    ...(hooks.verifyResponse && (await hooks.verifyResponse({ activation, license }))),
    is_active: true,
    message: context.get('messages').verified,
    data: null,
    ...tellEntitlements(license),
  })
}
