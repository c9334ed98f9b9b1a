import { createServer } from 'node:http'

import { getRequestListener } from '@hono/node-server'
import next from 'next'
import { getPayload, type Payload, type SanitizedConfig } from 'payload'

import { readSettings } from '../../collections/Settings/getSettings'
import { createLicensingApi, lastSeenOf } from '../api/app'
import { closePayload } from '../database/close'
import { extensionsOf } from '../extensions/extensionsOf'
import { startWorker } from '../jobs/worker'
import { rememberClientAddress } from './clientAddress'
import { readServerEnvironment } from './environment'
import { handleHotReload } from './hotReload'
import { licensingPath } from './licensingPath'
import { refuseMalformedPath } from './refuseMalformedPath'
import { secure } from './securityHeaders'
import { stopOnSignals } from './stop'
import { followTrustedProxies, type TrustedProxies } from './trustedProxies'

export type StartServerOptions = {
  /** The app's Payload configuration. */
  config: Promise<SanitizedConfig> | SanitizedConfig
  /** What has to be done before the first request, such as migrating the database. */
  prepare?: (payload: Payload) => Promise<void>
}

/**
 * Serves the app on the environment's `PORT`: the licensing API in front of Next, and Next for everything else, with the headers that protect
 * both. Runs the worker of jobs as well, and stops all of it on SIGINT and SIGTERM.
 *
 * Reads `DATABASE_URL`, `PAYLOAD_SECRET`, `SERVER_URL`, `PORT`, `HOST` and `TRUST_PROXY`, and ends the process where one that is needed is missing.
 */
export async function startServer({
  config,
  prepare = async () => undefined,
}: StartServerOptions): Promise<void> {
  const { host, port, root, site, trustedProxies } = readServerEnvironment()
  let proxies: null | TrustedProxies = null

  const server = createServer((request, response) => {
    rememberClientAddress(request, proxies?.current() ?? trustedProxies)
    secure(request, response, site)
    if (refuseMalformedPath(request, response)) return
    const isForLicensingApi = licensingPath.test(request.url ?? '')
    const handle = (isForLicensingApi && handleByLicensingApi) || handleByNext
    void handle(request, response)
  })
  // Longer than the idle time of common reverse proxies, which would otherwise meet closed connections.
  server.keepAliveTimeout = 65_000
  server.headersTimeout = 66_000
  // A release file of 512 MB may come over a slow line.
  server.requestTimeout = 15 * 60_000

  const app = next({
    dev: site.isDevelopment,
    dir: root,
    hostname: host,
    // Next takes over every upgrade of the server that it is given. There is none to take, but for hot reload.
    httpServer: createServer(),
    port,
  })
  await app.prepare()
  const handleByNext = app.getRequestHandler()
  let handleByLicensingApi: null | ReturnType<typeof getRequestListener> = null

  // Payload's own hot reload connects to this server; until it is there, Next answers for the licensing API as well.
  if (site.isDevelopment) {
    handleHotReload(server, app)
    await listen()
  }

  // The instance that Next's routes get as well: it is kept on globalThis.
  const payload = await getPayload({ config })
  await prepare(payload)
  proxies = await followTrustedProxies(
    async () => (await readSettings(payload)).trustedProxies,
    trustedProxies,
  )
  const lastSeen = lastSeenOf(payload)
  const licensingApi = createLicensingApi({
    clientIp: (request) => request.headers.get('x-forwarded-for'),
    lastSeen,
    payload,
  })
  if (extensionsOf(payload.config).isLicensingApiOn) {
    handleByLicensingApi = getRequestListener((request) => licensingApi.fetch(request))
  }

  const worker = startWorker(payload)
  stopOnSignals(server, {
    close: async () => {
      await app.close()
      await lastSeen.flush()
      await closePayload(payload)
    },
    isHurried: site.isDevelopment,
    stopWork: worker.stop,
  })
  if (!site.isDevelopment) await listen()
  payload.logger.info(`Listening on port ${port}`)
  process.send?.('ready')

  function listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen({ host, port }, resolve)
    })
  }
}
