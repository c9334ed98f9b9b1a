import { migrate } from '../src/database/migrate'
import { loadEnvironment, prepareEnvironment } from './support/environment'
import { runCommand } from './support/fail'
import { withPayload } from './support/payload'

await runCommand(async () => {
  loadEnvironment()
  const environment = await prepareEnvironment()
  try {
    await withPayload(migrate)
    console.log('The database is up to date.')
  } finally {
    await environment.stop()
  }
})
process.exit(0)
