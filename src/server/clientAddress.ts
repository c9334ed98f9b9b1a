import type { IncomingMessage } from 'node:http'

import { setRequestHeader } from './requestHeader'

const header = 'x-forwarded-for'

/**
 * Replaces `X-Forwarded-For` by the one address that can be believed, so that everything behind may read it: the
 * connection's own, or the one that the outermost trusted proxy saw.
 *
 * @param trustedProxies how many reverse proxies stand in front and append to the header
 */
export function rememberClientAddress(request: IncomingMessage, trustedProxies: number): void {
  const address = clientAddress(
    request.headers[header],
    request.socket.remoteAddress ?? '',
    trustedProxies,
  )
  setRequestHeader(request, header, address)
}

/** The client's address, given what the header claims and who is really connected. */
export function clientAddress(
  claimed: string | string[] | undefined,
  connected: string,
  trustedProxies: number,
): string {
  const direct = connected.replace(/^::ffff:(?=\d+\.)/, '')
  if (trustedProxies === 0) return direct
  const entries = [claimed]
    .flat()
    .join(',')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
  return entries.at(-trustedProxies) ?? entries[0] ?? direct
}
