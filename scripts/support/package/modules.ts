import { writeFileSync } from 'node:fs'
import path from 'node:path'

import { build, type BuildOptions } from 'esbuild'

import { root } from '../paths'
import { finishImports } from './imports'

const entries = 'plugins/license-manager/exports'

const options: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  jsx: 'automatic',
  logLevel: 'warning',
  outbase: root,
  platform: 'neutral',
  target: 'es2023',
  tsconfig: path.join(root, 'tsconfig.json'),
}

const entryNames = [
  'client',
  'config',
  'error',
  'index',
  'next',
  'portal',
  'rsc',
  'server',
  'translations',
  'types',
]

// Where a portal finds the configuration of the app that it is in: the package does not know it when it is built.
const ofThisApp = 'src/portal/session/appConfig.ts'
const ofHosts = 'plugins/license-manager/portal/appConfig.ts'

/**
 * Compiles each source file that the entry points reach into a file of its own, so that `'use client'` and `'use server'` stay where
 * they are and a bundler takes only what a host uses.
 */
export async function compileModules(outdir: string): Promise<void> {
  const entryPoints = entryNames.map((name) => `${entries}/${name}.ts`)
  const files = await reachableFrom([...entryPoints, ofHosts])
  await build({ ...options, bundle: false, entryPoints: files, outdir })
  const hosts = path.relative(path.dirname(ofThisApp), ofHosts).split(path.sep).join('/')
  const file = path.join(outdir, ofThisApp.replace(/\.ts$/, '.js'))
  writeFileSync(file, `export { appConfig } from './${hosts.replace(/\.ts$/, '')}'\n`)
  finishImports(outdir, '.js')
}

async function reachableFrom(entryPoints: string[]): Promise<string[]> {
  const { metafile } = await build({
    ...options,
    entryPoints,
    external: ['*.css', '@payload-config', 'payload-license-manager/*'],
    metafile: true,
    outdir: root,
    packages: 'external',
    write: false,
  })
  return Object.keys(metafile.inputs)
}
