import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { CommandError } from '../fail'
import { root } from '../paths'
import { runProgram } from '../run'
import { builtSpecifier } from './resolve'

const relativeImport = /((?:from |import\(|import )['"])(\.{1,2}(?:\/[^'"]*)?)(['"])/g
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
  for (const name of readdirSync(outdir, { encoding: 'utf8', recursive: true })) {
    if (name.endsWith('.d.ts')) finish(path.join(outdir, name), path.join(root, name))
  }
}

function finish(file: string, source: string): void {
  const text = readFileSync(file, 'utf8')
    .replace(generatedTypes, '')
    .replace(relativeImport, (whole, before: string, specifier: string, after: string) =>
      specifier.endsWith('.css') ? whole : before + builtSpecifier(source, specifier) + after,
    )
  writeFileSync(file, text)
}
