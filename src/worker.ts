import config from '@payload-config'
import { getPayload } from 'payload'

import { closePayload } from './database/close'
import { migrate } from './database/migrate'
import { startWorker } from './jobs/worker'
import { readServerEnvironment } from './server/environment'
import { onStopSignal } from './server/stop'

// Mails name the site's address and are signed with its secret: the worker needs the environment of the servers.
readServerEnvironment()

const payload = await getPayload({ config })
await migrate(payload)
const worker = startWorker(payload)
onStopSignal(async () => {
  await worker.stop()
  await closePayload(payload)
})
payload.logger.info('The worker has started')
process.send?.('ready')
