import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { CommandError } from '../fail'
import { root } from '../paths'
import { runProgram } from '../run'
import { finishImports } from './imports'

// A host has its own: Payload writes it from the host's collections, those of the plugin among them.
const generatedTypes =
  /declare module 'payload' \{\s*export interface GeneratedTypes extends Config \{\s*\}\s*\}/

/** Writes the types of the package's modules. */
export async function emitDeclarations(outdir: string): Promise<void> {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
  const status = await runProgram(process.execPath, [
    tsc,
    '--project',
    path.join(root, 'tsconfig.package.json'),
    '--outDir',
    outdir,
  ])
  if (status !== 0) throw new CommandError('The types of the package could not be written.')
  const own = path.join(outdir, 'payload-types.d.ts')
  writeFileSync(own, readFileSync(own, 'utf8').replace(generatedTypes, ''))
  rmSync(path.join(outdir, 'payload.config.d.ts'), { force: true })
  finishImports(outdir, '.d.ts')
}
