import { type MaybePromise, whenKnown } from '../../async/whenKnown'
import { extensionsOf } from '../../extensions/extensionsOf'
import type { Activation, License, Outcome } from '../../licensing/types'
import { verify } from '../../licensing/verify'
import type { ApiContext } from '../types'
import type { ReadClaim } from './claim'

/** Verifies what a caller claims to have, as every call does that gives something to a licence in order: the host's rule, then ours. */
export function verifyClaim(
  context: ApiContext,
  { args }: ReadClaim,
): MaybePromise<Outcome<{ activation: Activation; license: License }>> {
  const { findActivation, lastSeen, payload } = context.get('services')
  const { hooks } = extensionsOf(payload.config)
  const refusing =
    hooks.beforeVerify && Promise.resolve(hooks.beforeVerify({ installation: args.installation }))
  return whenKnown(refusing, (refused) =>
    refused ? { code: refused, ok: false } : verify({ ...args, findActivation, lastSeen }),
  )
}
