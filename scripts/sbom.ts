import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { CommandError, runCommand } from './support/fail'
import { root } from './support/paths'
import { listPackages } from './support/sbom'

/** Writes the list of packages into a file: the named one, or `dist/sbom.cdx.json`. */
await runCommand(async () => {
  const file = path.resolve(process.argv[2] ?? path.join(root, 'dist/sbom.cdx.json'))
  const list = listPackages()
  if (!list) throw new CommandError('npm could not list the packages. It says why above.')
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, list)
  console.log(`The packages are listed in ${file}.`)
})
