import { createServer } from 'node:http'

import { getRequestListener } from '@hono/node-server'
import config from '@payload-config'
import next from 'next'
import { getPayload } from 'payload'

import { createLicensingApi } from './api/app'
import { closePayload } from './database/close'
import { migrate } from './database/migrate'
import { rememberClientAddress } from './server/clientAddress'
import { readServerEnvironment } from './server/environment'
import { stopOnSignals } from './server/stop'

const licensingPath = /^\/api\/(?:(?:external|internal|download)\/|health-check(?:[/?]|$))/

const { host, port, root, trustedProxies } = readServerEnvironment()

// The instance that Next's routes get as well: it is kept on globalThis.
const payload = await getPayload({ config })
await migrate(payload)

const app = next({ dev: false, dir: root, hostname: host, port })
await app.prepare()
const handleByNext = app.getRequestHandler()

const licensingApi = createLicensingApi({
  clientIp: (request) => request.headers.get('x-forwarded-for'),
  payload,
})
const handleByLicensingApi = getRequestListener((request) => licensingApi.fetch(request))

const server = createServer((request, response) => {
  rememberClientAddress(request, trustedProxies)
  const handle = licensingPath.test(request.url ?? '') ? handleByLicensingApi : handleByNext
  void handle(request, response)
})
// Longer than the idle time of common reverse proxies, which would otherwise meet closed connections.
server.keepAliveTimeout = 65_000
server.headersTimeout = 66_000

stopOnSignals(server, async () => {
  await app.close()
  await closePayload(payload)
})
server.listen({ host, port }, () => {
  payload.logger.info(`Listening on port ${port}`)
  process.send?.('ready')
})
