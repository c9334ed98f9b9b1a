import config from '@payload-config'

import { migrate } from './database/migrate'
import { migrations } from './database/migrations'
import { startServer } from './server/startServer'

await startServer({
  config,
  isPortalOnly: true,
  migrations: migrations.map(({ name }) => name),
  prepare: migrate,
})
