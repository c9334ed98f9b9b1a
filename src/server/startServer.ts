import { createServer } from 'node:http'
import { setTimeout } from 'node:timers/promises'

import { getRequestListener } from '@hono/node-server'
import next from 'next'
import { getPayload, type Payload, type SanitizedConfig } from 'payload'

import { readSettings } from '../../collections/Settings/getSettings'
import { createLicensingApi, lastSeenOf, limitsOf } from '../api/app'
import { routes } from '../api/routes/all'
import { closePayload } from '../database/close'
import { extensionsOf } from '../extensions/extensionsOf'
import { startWorker, type Worker } from '../jobs/worker'
import { readServerEnvironment } from './environment'
import { createFrontServer, type Front } from './front'
import { handleHotReload } from './hotReload'
import { listen, operate } from './operate'
import { createRoutePatterns } from './routePatterns'
import { closeServer, onStopSignal } from './stop'
import { followTrustedProxies } from './trustedProxies'
import { watchRequests } from './watchRequests'

export type StartServerOptions = {
  /** The app's Payload configuration. */
  config: Promise<SanitizedConfig> | SanitizedConfig
  /**
   * True where every page of the app is the portal's: the policy with a nonce is for all of them then. Default false: pages of the host's own have
   * what Next's configuration says.
   */
  isPortalOnly?: boolean
  /** The names of migrations without which the server is not ready. Default: those that the database adapter has as `prodMigrations`. */
  migrations?: readonly string[]
  /** What has to be done before the first request, such as migrating the database. Left out with `MIGRATIONS=off`. */
  prepare?: (payload: Payload) => Promise<void>
}

/**
 * Serves the app on the environment's `PORT`: the licensing API in front of Next, and Next for everything else, with the headers that protect
 * both. Runs the worker of jobs as well, unless `WORKER=off`, and stops all of it on SIGINT and SIGTERM.
 *
 * Reads `DATABASE_URL`, `PAYLOAD_SECRET`, `SERVER_URL`, `PORT`, `HOST`, `TRUST_PROXY` and what `docs/deploy.md` names, and ends the process where
 * one that is needed is missing.
 */
export async function startServer({
  config,
  isPortalOnly = false,
  migrations,
  prepare = async () => undefined,
}: StartServerOptions): Promise<void> {
  const environment = readServerEnvironment()
  const { host, port, root, shutdownDelayMs, site, trustedProxies } = environment

  const app = next({
    dev: site.isDevelopment,
    dir: root,
    hostname: host,
    // Next takes over every upgrade of the server that it is given. There is none to take, but for hot reload.
    httpServer: createServer(),
    port,
  })
  await app.prepare()

  const front: Front = {
    licensingApi: null,
    next: app.getRequestHandler(),
    isDatabaseAway: () => false,
    operations: null,
    serverURL: null,
    site: { ...site, hasOtherPages: !isPortalOnly },
    trustedProxies: () => trustedProxies,
    watch: null,
  }
  const server = createFrontServer(front)
  // Longer than the idle time of common reverse proxies, which would otherwise meet closed connections.
  server.keepAliveTimeout = 65_000
  server.headersTimeout = 66_000
  // A release file of 512 MB may come over a slow line.
  server.requestTimeout = 15 * 60_000

  // Payload's own hot reload connects to this server; until it is there, Next answers for the licensing API as well.
  if (site.isDevelopment) {
    handleHotReload(server, app)
    await listen(server, host, port)
  }

  let worker: null | Worker = null
  // The instance that Next's routes get as well: it is kept on globalThis.
  const payload = await getPayload({ config })
  refuseOtherRoutes(payload.config.routes)
  front.serverURL = payload.config.serverURL
  front.site = { ...front.site, hasPortal: extensionsOf(payload.config).isPortalOn }
  const isWorking = () => worker?.isElected() ?? false
  const operations = await operate(payload, environment, {
    isWorking,
    migrations: migrations ?? prodMigrationsOf(payload),
  })
  front.operations = operations
  front.isDatabaseAway = operations.isDatabaseAway
  if (environment.migrates) await prepare(payload)
  const proxies = await followTrustedProxies(
    async () => (await readSettings(payload)).trustedProxies,
    trustedProxies,
  )
  front.trustedProxies = proxies.current
  const [lastSeen, limits] = [lastSeenOf(payload), limitsOf(payload)]
  if (extensionsOf(payload.config).isLicensingApiOn) {
    const licensingApi = createLicensingApi({
      clientIp: (request) => request.headers.get('x-forwarded-for'),
      lastSeen,
      limits,
      payload,
      setsHeaders: false,
    })
    front.licensingApi = getRequestListener((request) => licensingApi.fetch(request))
  }
  const { collections, globals } = payload.config
  front.watch = watchRequests({
    log: environment.logRequests,
    logger: payload.logger,
    metrics: operations.metrics,
    patterns: createRoutePatterns(
      root,
      [...collections, ...globals].map(({ slug }) => slug),
      routes.map(({ path }) => path),
    ),
  })

  if (environment.runsWorker) worker = startWorker(payload)
  onStopSignal(async () => {
    operations.readiness.leave()
    await setTimeout(shutdownDelayMs)
    const lastRequest = closeServer(server)
    // Hot reload keeps a connection open for as long as a browser shows a page.
    await Promise.allSettled([worker?.stop(), ...(site.isDevelopment ? [] : [lastRequest])])
    operations.close()
    await app.close()
    await Promise.all([lastSeen.flush(), limits.flush()])
    await closePayload(payload)
  }, shutdownDelayMs)
  if (!site.isDevelopment) await listen(server, host, port)
  payload.logger.info(`Listening on port ${port}`)
  process.send?.('ready')
}

function prodMigrationsOf({ db }: Payload): string[] {
  const { prodMigrations = [] } = db as { prodMigrations?: { name: string }[] }
  return prodMigrations.map(({ name }) => name)
}

/** What protects pages and what answers in front of Next know these addresses; others would be served with the wrong headers. */
function refuseOtherRoutes({ admin, api }: SanitizedConfig['routes']): void {
  if (admin === '/admin' && api === '/api') return
  throw new Error(
    'The server needs routes.admin to be /admin and routes.api to be /api. With others, serve the app with next start.',
  )
}
