import { rmSync } from 'node:fs'
import path from 'node:path'

import { root } from '../paths'
import { compileModules } from './modules'
import { emitDeclarations } from './declarations'
import { copyAssets } from './assets'

/** Where the built package lies; `exports` of package.json point into it. */
export const packageDir = path.join(root, 'dist-package')

/** Builds the package: a module of JavaScript and one of types for each source file that its entry points reach, styles and fonts. */
export async function buildPackage(): Promise<void> {
  rmSync(packageDir, { force: true, recursive: true })
  await compileModules(packageDir)
  await copyAssets(packageDir)
  await emitDeclarations(packageDir)
}
