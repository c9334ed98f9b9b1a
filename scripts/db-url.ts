import { findClusterUrl } from '../src/database/embedded'
import { loadEnvironment } from './support/environment'
import { CommandError, runCommand } from './support/fail'
import { clusterDir, embeddedDatabase } from './support/paths'

await runCommand(async () => {
  loadEnvironment()
  const url = process.env.DATABASE_URL || findClusterUrl(clusterDir, embeddedDatabase)
  if (!url)
    throw new CommandError('The database is not running. Start it with npm start or npm run dev.')
  console.log(url)
})
