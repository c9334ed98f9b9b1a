import config from '@payload-config'
import { getPayload } from 'payload'

import { closePayload } from './database/close'
import { migrate } from './database/migrate'
import { migrations } from './database/migrations'
import { startWorker, type Worker } from './jobs/worker'
import { readServerEnvironment } from './server/environment'
import { operate } from './server/operate'
import { onStopSignal } from './server/stop'

// Mails name the site's address and are signed with its secret: the worker needs the environment of the servers.
const environment = readServerEnvironment()

let worker: null | Worker = null
const payload = await getPayload({ config })
const operations = await operate(payload, environment, {
  isWorking: () => worker?.isElected() ?? false,
  migrations: migrations.map(({ name }) => name),
})
if (environment.migrates) await migrate(payload)
worker = startWorker(payload)
onStopSignal(async () => {
  operations.readiness.leave()
  await worker.stop()
  operations.close()
  await closePayload(payload)
})
payload.logger.info('The worker has started')
process.send?.('ready')
