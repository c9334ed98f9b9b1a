import { startServer } from 'payload-license-manager/server'

import config from './payload.config'

await startServer({ config })
