import { buildPackage } from './support/package/build'
import { runCommand } from './support/fail'

/** Builds what `npm pack` puts into the package. */
await runCommand(buildPackage)
process.exit(0)
