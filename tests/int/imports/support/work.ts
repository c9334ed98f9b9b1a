import { getPayload } from 'payload'

import { startWorker } from '../../../../src/jobs/worker'

/** A process that does nothing but the worker's part, until it is killed. */
const { default: config } = await import('../../../../payload.config')
startWorker(await getPayload({ config }))
process.send?.('ready')
