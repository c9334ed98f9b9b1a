import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'

import type next from 'next'

type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>

/**
 * Has Next answer the connections of its hot reload. By itself it would do so from its first request on, which is too late for
 * Payload, and its `getUpgradeHandler()` gives a handler that does nothing.
 *
 * @param app prepared for development
 */
export function handleHotReload(server: Server, app: ReturnType<typeof next>): void {
  const { upgradeHandler } = app as unknown as { upgradeHandler: UpgradeHandler }
  server.on('upgrade', (request, socket, head) => void upgradeHandler(request, socket, head))
}
