import { buildApp } from './support/build'
import { runCommand } from './support/fail'

await runCommand(buildApp)
process.exit(0)
