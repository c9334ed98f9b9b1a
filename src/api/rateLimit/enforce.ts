import { addressBlock } from '../../http/addressBlock'
import { ApiError } from '../errors'
import type { ApiContext } from '../types'

/**
 * Counts a request by its connection's address, its key, or both, as the settings say.
 *
 * @throws ApiError 429
 */
export async function enforceRateLimit(context: ApiContext, keyId: null | string): Promise<void> {
  const { limits, settings } = context.get('services')
  const { rateLimitBy, rateLimitPerMinute } = await settings()
  const address = `ip:${addressBlock(context.get('connectionIp'))}`
  // Without a key there is only the address to count by.
  const names = {
    both: keyId ? [address, `key:${keyId}`] : [address],
    ip: [address],
    key: [keyId ? `key:${keyId}` : address],
  }[rateLimitBy]
  for (const name of names) {
    const retryAfterSeconds = await limits.countRequest(name, rateLimitPerMinute)
    if (retryAfterSeconds !== null) throw new ApiError(429, 'tooMany', { retryAfterSeconds })
  }
}
