import { createServer, type Server } from 'node:http'

import type { Payload } from 'payload'

import { migrations } from '../database/migrations'
import type { MeasuredPool } from './databaseMetrics'
import type { ServerEnvironment } from './environment'
import { createMetrics } from './metrics'
import { type Operations, operationsListener } from './operations'
import { createReadiness } from './readiness'

/** What a process that runs tells those who run it, and its own port for that. */
export type Operating = { close: () => void } & Operations

/**
 * Begins to tell whether this process is ready, and, where metrics have a token or a port, to count.
 *
 * @param isWorking whether this process is the elected worker
 */
export async function operate(
  payload: Payload,
  { metricsHost, metricsPort, metricsToken }: ServerEnvironment,
  isWorking: () => boolean,
): Promise<Operating> {
  const { pool } = payload.db as unknown as {
    pool: MeasuredPool & Parameters<typeof createReadiness>[0]
  }
  const hasMetrics = metricsPort !== null || metricsToken !== null
  const operations: Operations = {
    metrics: hasMetrics ? createMetrics(pool, isWorking) : null,
    metricsToken,
    readiness: createReadiness(
      pool,
      migrations.map(({ name }) => name),
    ),
  }
  const server = metricsPort === null ? null : createServer(operationsListener(operations))
  if (server && metricsPort !== null) await listen(server, metricsHost, metricsPort)
  return { ...operations, close: () => server?.closeAllConnections() }
}

/** @throws the error of the system, as where the port is taken */
export function listen(server: Server, host: string | undefined, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, resolve)
  })
}
