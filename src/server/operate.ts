import { createServer, type Server } from 'node:http'

import type { Payload } from 'payload'

import { watchConnections, type WatchedPool } from './connectionWatch'
import type { MeasuredPool } from './databaseMetrics'
import type { ServerEnvironment } from './environment'
import { createMetrics } from './metrics'
import { type Operations, operationsListener } from './operations'
import { createReadiness } from './readiness'

/** What a process that runs tells those who run it, and its own port for that. */
export type Operating = { close: () => void; isDatabaseAway: () => boolean } & Operations

/**
 * Begins to tell whether this process is ready, and, where metrics have a token or a port, to count.
 *
 * @param options.isWorking whether this process is the elected worker
 * @param options.migrations the names of those without which the process is not ready
 */
export async function operate(
  payload: Payload,
  { metricsHost, metricsPort, metricsToken }: ServerEnvironment,
  { isWorking, migrations }: { isWorking: () => boolean; migrations: readonly string[] },
): Promise<Operating> {
  const { pool } = payload.db as unknown as {
    pool: MeasuredPool & Parameters<typeof createReadiness>[0] & WatchedPool
  }
  const hasMetrics = metricsPort !== null || metricsToken !== null
  const operations: Operations = {
    metrics: hasMetrics ? createMetrics(pool, isWorking) : null,
    metricsToken,
    readiness: createReadiness(pool, migrations),
  }
  const server = metricsPort === null ? null : createServer(operationsListener(operations))
  if (server && metricsPort !== null) await listen(server, metricsHost, metricsPort)
  return {
    ...operations,
    close: () => {
      server?.close()
      server?.closeAllConnections()
    },
    isDatabaseAway: watchConnections(pool),
  }
}

/** @throws the error of the system, as where the port is taken */
export function listen(server: Server, host: string | undefined, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, resolve)
  })
}
