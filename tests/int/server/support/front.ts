import type { AddressInfo } from 'node:net'

import { getRequestListener } from '@hono/node-server'
import type { Payload } from 'payload'
import { pino } from 'pino'

import { routes } from '../../../../src/api/routes/all'
import { createLogger } from '../../../../src/logging/logger'
import type { ServerEnvironment } from '../../../../src/server/environment'
import { createFrontServer, type Front } from '../../../../src/server/front'
import { migrations } from '../../../../src/database/migrations'
import { operate } from '../../../../src/server/operate'
import { createRoutePatterns } from '../../../../src/server/routePatterns'
import { type RequestLog, watchRequests } from '../../../../src/server/watchRequests'
import type { TestApi } from '../../api/support/api'

export type TestFront = {
  close: () => void
  front: Front
  /** Everything that was logged, as it was written. */
  lines: string[]
  url: string
}

/** The production server's front with the real licensing API, and a stand-in for Next that answers what it is told. */
export async function openFront(
  api: TestApi,
  next: Front['next'],
  environment: Partial<ServerEnvironment> & { logRequests: RequestLog },
): Promise<TestFront> {
  const lines: string[] = []
  const { payload } = api
  payload.logger = captureLogger(lines)
  const operations = await operate(payload, withDefaults(environment), {
    isWorking: () => false,
    migrations: migrations.map(({ name }) => name),
  })
  const { collections, globals } = payload.config
  const front: Front = {
    isDatabaseAway: operations.isDatabaseAway,
    licensingApi: getRequestListener((request) => api.app.fetch(request)),
    next,
    operations,
    serverURL: null,
    site: { isDevelopment: false, isHttps: true },
    trustedProxies: () => 0,
    watch: watchRequests({
      log: environment.logRequests,
      logger: payload.logger,
      metrics: operations.metrics,
      patterns: createRoutePatterns(
        '/nowhere',
        [...collections, ...globals].map(({ slug }) => slug),
        routes.map(({ path }) => path),
      ),
    }),
  }
  const server = createFrontServer(front)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    close: () => {
      operations.close()
      server.close()
      server.closeAllConnections()
    },
    front,
    lines,
    url: `http://127.0.0.1:${port}`,
  }
}

/** The app's own logger, writing into an array. */
export function captureLogger(lines: string[]): Payload['logger'] {
  const { options } = createLogger()
  const { formatters, timestamp } = createLogger({ write: () => undefined }).options
  return pino({ ...options, formatters, timestamp }, { write: (line) => void lines.push(line) })
}

function withDefaults(environment: Partial<ServerEnvironment>): ServerEnvironment {
  return {
    host: undefined,
    logRequests: 'off',
    metricsHost: '127.0.0.1',
    metricsPort: null,
    metricsToken: null,
    migrates: false,
    port: 0,
    root: '/nowhere',
    runsWorker: false,
    shutdownDelayMs: 0,
    site: { isDevelopment: false, isHttps: true },
    trustedProxies: 0,
    ...environment,
  }
}
