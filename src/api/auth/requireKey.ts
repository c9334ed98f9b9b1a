import type { MiddlewareHandler } from 'hono'

import { type Actor, runAs } from '../../licensing/actor'
import { ApiError } from '../errors'
import { enforceRateLimit } from '../rateLimit/enforce'
import type { ApiEnv } from '../types'
import type { KeyKind } from './keys'

/**
 * Lets in calls with a key of this kind, within the rate limit. Keys are read from headers only: addresses end up in logs.
 *
 * @throws ApiError 401 for a key that is missing, unknown, revoked or expired, 403 for one of the other kind, 429
 */
export function requireKey(kind: KeyKind): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const { findKey } = context.get('services')
    const given = context.req.header('x-api-key') || context.req.header('lb-api-key')
    const key = given ? await findKey(given) : null
    // Counted with and without a key: guessing keys must end as well.
    await enforceRateLimit(context, key?.id ?? null)
    const isGood = key && !key.isRevoked && (key.expiresAt === null || key.expiresAt > new Date())
    if (!isGood) throw new ApiError(401, 'keyInvalid')
    if (key.kind !== kind) throw new ApiError(403, 'keyKind')
    context.set('apiKey', key)
    const actor: Actor = {
      id: key.id,
      ip: context.get('connectionIp') || null,
      kind: kind === 'external' ? 'client' : 'api',
      label: key.name,
    }
    await runAs(actor, next)
  }
}
