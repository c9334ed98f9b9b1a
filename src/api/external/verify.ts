import { type MaybePromise, whenKnown } from '../../async/whenKnown'
import { extensionsOf } from '../../extensions/extensionsOf'
import type { ApiContext } from '../types'
import { type ReadClaim, readClaim } from './claim'
import { tellEntitlements } from './entitlements'
import { refuse } from './refuse'
import { verifyClaim } from './verifyClaim'

/** `POST /license/verify`: whether the calling installation still runs under a licence that is in order. */
export function verify(context: ApiContext): MaybePromise<Response> {
  return whenKnown(readClaim(context, 'verify'), (claim) =>
    claim instanceof Response
      ? claim
      : whenKnown(verifyClaim(context, claim), (outcome) => answer(context, claim, outcome)),
  )
}

function answer(
  context: ApiContext,
  { call }: ReadClaim,
  outcome: Awaited<ReturnType<typeof verifyClaim>>,
): MaybePromise<Response> {
  if (!outcome.ok) {
    return refuse(context, outcome.code, { ...call, licenseId: outcome.license?.id })
  }
  const { activation, license } = outcome
  const { hooks } = extensionsOf(context.get('services').payload.config)
  const adding =
    hooks.verifyResponse && Promise.resolve(hooks.verifyResponse({ activation, license }))
  return whenKnown(adding, (added) =>
    context.json({
      ...added,
      is_active: true,
      message: context.get('messages').verified,
      data: null,
      ...tellEntitlements(license),
    }),
  )
}
