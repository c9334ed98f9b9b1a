import { getPayload } from 'payload'
import { startWorker } from 'payload-license-manager/server'

import config from './payload.config'

const worker = startWorker(await getPayload({ config }))

process.once('SIGTERM', () => void worker.stop().then(() => process.exit(0)))
