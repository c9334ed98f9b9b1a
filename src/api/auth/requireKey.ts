import { type MaybePromise, whenKnown } from '../../async/whenKnown'
import type { Actor } from '../../licensing/actor'
import { ApiError } from '../errors'
import { enforceRateLimit } from '../rateLimit/enforce'
import type { ApiContext } from '../types'
import type { ApiKey, KeyKind } from './keys'

/**
 * Lets in calls with a key of this kind, within the rate limit. Keys are read from headers only: addresses end up in logs.
 *
 * @returns as whom the call is answered
 * @throws ApiError 401 for a key that is missing, unknown, revoked or expired, 403 for one of the other kind, 429
 */
export function requireKey(context: ApiContext, kind: KeyKind): MaybePromise<Actor> {
  const { findKey } = context.get('services')
  const given = context.req.header('x-api-key') || context.req.header('lb-api-key')
  return whenKnown(given ? findKey(given) : null, (key) =>
    // Counted with and without a key: guessing keys must end as well.
    whenKnown(enforceRateLimit(context, key?.id ?? null), () => actorOf(context, key, kind)),
  )
}

function actorOf(context: ApiContext, key: ApiKey | null, kind: KeyKind): Actor {
  const isGood = key && !key.isRevoked && (key.expiresAt === null || key.expiresAt > new Date())
  if (!isGood) throw new ApiError(401, 'keyInvalid')
  if (key.kind !== kind) throw new ApiError(403, 'keyKind')
  context.set('apiKey', key)
  return {
    id: key.id,
    ip: context.get('connectionIp') || null,
    kind: kind === 'external' ? 'client' : 'api',
    label: key.name,
  }
}
