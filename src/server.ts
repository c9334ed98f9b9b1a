import { createServer } from 'node:http'
import { setTimeout } from 'node:timers/promises'

import { getRequestListener } from '@hono/node-server'
import config from '@payload-config'
import next from 'next'
import { getPayload } from 'payload'

import { readSettings } from '../collections/Settings/getSettings'
import { createLicensingApi, lastSeenOf } from './api/app'
import { closePayload } from './database/close'
import { migrate } from './database/migrate'
import { startWorker } from './jobs/worker'
import { rememberClientAddress } from './server/clientAddress'
import { readServerEnvironment } from './server/environment'
import { handleHotReload } from './server/hotReload'
import { licensingPath } from './server/licensingPath'
import { refuseMalformedPath } from './server/refuseMalformedPath'
import { secure } from './server/securityHeaders'
import { closeServer, onStopSignal } from './server/stop'
import { followTrustedProxies, type TrustedProxies } from './server/trustedProxies'

const { host, port, root, runsWorker, shutdownDelayMs, site, trustedProxies } =
  readServerEnvironment()
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
await migrate(payload)
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
handleByLicensingApi = getRequestListener((request) => licensingApi.fetch(request))

const worker = runsWorker ? startWorker(payload) : null
onStopSignal(async () => {
  await setTimeout(shutdownDelayMs)
  const lastRequest = closeServer(server)
  // Hot reload keeps a connection open for as long as a browser shows a page.
  await Promise.allSettled([worker?.stop(), ...(site.isDevelopment ? [] : [lastRequest])])
  await app.close()
  await lastSeen.flush()
  await closePayload(payload)
}, shutdownDelayMs)
if (!site.isDevelopment) await listen()
payload.logger.info(`Listening on port ${port}`)
process.send?.('ready')

function listen(): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, resolve)
  })
}
