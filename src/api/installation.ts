import { isIP } from 'node:net'

import { normalizeDomain, normalizeIp } from '../licensing/domains'
import type { Installation } from '../licensing/types'
import type { ApiContext } from './types'

const longestText = 500

/** What the client says of where it runs, in its headers. The connection's address stands in for an address that it does not give. */
export function readInstallation(
  context: ApiContext,
  said: { client_name?: null | string; fingerprint?: null | string } = {},
): Installation {
  const url = header(context, ['x-api-url', 'lb-url', 'x-url'])
  const ip = normalizeIp(header(context, ['x-api-ip', 'lb-ip', 'x-ip']))
  const connected = context.get('connectionIp')
  return {
    clientName: clean(said.client_name),
    domain: normalizeDomain(url),
    fingerprint: clean(said.fingerprint) ?? header(context, ['x-api-fingerprint']),
    ip: ip ?? (isIP(connected) ? connected : null),
    url,
    userAgent: header(context, ['user-agent']),
  }
}

function header(context: ApiContext, names: string[]): null | string {
  for (const name of names) {
    const value = clean(decode(context.req.header(name)))
    if (value) return value
  }
  return null
}

/** HTTP hands headers over byte by byte; software that sends a name as it is written sends UTF-8. */
function decode(value: string | undefined): string | undefined {
  if (value === undefined || !/[\u0080-\u00ff]/.test(value) || /[\u0100-\uffff]/.test(value)) {
    return value
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'))
  } catch {
    return value
  }
}

function clean(text: null | string | undefined): null | string {
  // PostgreSQL cannot store NUL; the other control characters have no business here either.
  return (
    text
      ?.replace(/\p{Cc}/gu, '')
      .trim()
      .slice(0, longestText) || null
  )
}
