import ipaddr from 'ipaddr.js'

import { ApiError } from '../errors'
import type { ApiContext } from '../types'

const ipv6Block = 64

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

/** What an address is counted under: IPv6 by the block that one customer of a provider has. */
export function addressBlock(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  return parsed.kind() === 'ipv4'
    ? parsed.toString()
    : `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${ipv6Block}`).toString()}/${ipv6Block}`
}
