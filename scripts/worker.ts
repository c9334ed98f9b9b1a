import { buildWhenStale } from './support/build'
import { loadEnvironment, prepareEnvironment } from './support/environment'
import { runCommand } from './support/fail'
import { serveUntilStopped } from './support/serve'

/** The worker as a process of its own, for app instances that run with WORKER=off. */
await runCommand(async () => {
  Object.assign(process.env, { NODE_ENV: 'production' })
  loadEnvironment()
  const environment = await prepareEnvironment()
  try {
    await buildWhenStale()
    process.exitCode = await serveUntilStopped(['dist/worker.js'], {})
  } finally {
    await environment.stop()
  }
})
