import { migrate } from '../src/database/migrate'
import { loadEnvironment, prepareEnvironment, serverPort } from './support/environment'
import { runCommand } from './support/fail'
import { withPayload } from './support/payload'
import { requireFreePort } from './support/port'
import { seedOnFirstStart } from './support/seed'
import { serveUntilStopped } from './support/serve'

await runCommand(async () => {
  loadEnvironment({ isDevelopment: true })
  const port = serverPort()
  await requireFreePort(port)
  const environment = await prepareEnvironment()
  try {
    if (environment.isEmbedded) await seedOnFirstStart()
    await withPayload(migrate)
    process.exitCode = await serveUntilStopped(
      ['node_modules/next/dist/bin/next', 'dev', '--port', String(port)],
      { NODE_ENV: 'development' },
    )
  } finally {
    await environment.stop()
  }
})
process.exit()
