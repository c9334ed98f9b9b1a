import path from 'node:path'

import { CommandError, runCommand } from './support/fail'
import { root } from './support/paths'
import { runProgram } from './support/run'

/** Payload's types and the import map of the admin panel, after a change of collections or components. */
await runCommand(async () => {
  for (const task of ['generate:types', 'generate:importmap']) {
    const status = await runProgram(
      process.execPath,
      [path.join(root, 'node_modules/payload/bin.js'), task],
      { PAYLOAD_CONFIG_PATH: path.join(root, 'payload.config.ts') },
    )
    if (status !== 0) throw new CommandError(`${task} failed. What went wrong stands above.`)
  }
})
