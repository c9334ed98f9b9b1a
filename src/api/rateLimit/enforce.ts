import { type MaybePromise, whenKnown } from '../../async/whenKnown'
import { addressBlock } from '../../http/addressBlock'
import { ApiError } from '../errors'
import type { ApiContext } from '../types'
import type { Limits } from './limits'

/**
 * Counts a request by its connection's address, its key, or both, as the settings say.
 *
 * @throws ApiError 429
 */
export function enforceRateLimit(context: ApiContext, keyId: null | string): MaybePromise<void> {
  const { limits, settings } = context.get('services')
  const address = `ip:${addressBlock(context.get('connectionIp'))}`
  // Without a key there is only the address to count by.
  const key = keyId ? `key:${keyId}` : address
  return whenKnown(settings(), ({ rateLimitBy, rateLimitPerMinute }) => {
    const names = { both: keyId ? [address, key] : [address], ip: [address], key: [key] }[
      rateLimitBy
    ]
    return countEach(limits, rateLimitPerMinute, names)
  })
}

function countEach(
  limits: Limits,
  perMinute: number,
  [name, ...others]: string[],
): MaybePromise<void> {
  if (name === undefined) return
  return whenKnown(limits.countRequest(name, perMinute), (retryAfterSeconds) => {
    if (retryAfterSeconds !== null) throw new ApiError(429, 'tooMany', { retryAfterSeconds })
    return countEach(limits, perMinute, others)
  })
}
