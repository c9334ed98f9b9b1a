import type { PayloadRequest } from 'payload'

import { clientIpFrom } from '../http/clientIp'

/** Where a request comes from. */
export type Client = { ip: null | string; userAgent: null | string }

const longestUserAgent = 500

/** The client of a request: its address as far as the trusted proxies vouch for it, and what its browser says it is. */
export function clientOf(req: PayloadRequest): Client {
  const custom = req.payload.config.custom as { licenseManager?: { trustedProxies?: number } }
  const userAgent = req.headers.get('user-agent')
  return {
    ip: clientIpFrom(req.headers, custom.licenseManager?.trustedProxies ?? 1),
    // PostgreSQL stores no NUL, and a lone surrogate is no text.
    userAgent: userAgent?.replace(/[\0\p{Cs}]/gu, '').slice(0, longestUserAgent) ?? null,
  }
}
