import { loadEnvironment, prepareEnvironment, serverPort } from './support/environment'
import { runCommand } from './support/fail'
import { requireFreePort } from './support/port'
import { seedOnFirstStart } from './support/seed'
import { serveUntilStopped } from './support/serve'

await runCommand(async () => {
  loadEnvironment({ isDevelopment: true })
  const port = serverPort()
  await requireFreePort(port)
  const environment = await prepareEnvironment({ isDevelopment: true })
  try {
    if (environment.isEmbedded) await seedOnFirstStart()
    process.exitCode = await serveUntilStopped(
      ['--import', import.meta.resolve('tsx'), 'src/server.ts'],
      { NODE_ENV: 'development' },
      () =>
        console.log(`\n  ${process.env.SERVER_URL}/admin\n  ${process.env.SERVER_URL}/customer\n`),
    )
  } finally {
    await environment.stop()
  }
})
process.exit()
