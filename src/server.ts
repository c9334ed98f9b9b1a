import config from '@payload-config'

import { migrate } from './database/migrate'
import { startServer } from './server/startServer'

await startServer({ config, prepare: migrate })
