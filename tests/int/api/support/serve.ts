import { serve } from '@hono/node-server'
import { getPayload } from 'payload'

import config from '../../../../payload.config'
import { createLicensingApi } from '../../../../src/api/app'

/** Serves the licensing API in a process of its own and tells its port to the one that started it. */
const payload = await getPayload({ config })
const { fetch } = createLicensingApi({ clientIp: () => '192.0.2.1', payload })
serve({ fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send?.(port))
process.on('disconnect', () => process.exit(0))
