import path from 'node:path'

import { loadEnvironment, prepareEnvironment } from './support/environment'
import { CommandError, runCommand } from './support/fail'
import { root } from './support/paths'
import { runProgram } from './support/run'

/** Payload's own command line, with the app's database and settings. */
await runCommand(async () => {
  loadEnvironment()
  const environment = await prepareEnvironment()
  try {
    const status = await runProgram(
      process.execPath,
      [path.join(root, 'node_modules/payload/bin.js'), ...process.argv.slice(2)],
      { PAYLOAD_CONFIG_PATH: path.join(root, 'payload.config.ts') },
    )
    if (status !== 0) throw new CommandError('The command failed. What went wrong stands above.')
  } finally {
    await environment.stop()
  }
})
process.exit(0)
