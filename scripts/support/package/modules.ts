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
  'error',
  'index',
  'next',
  'portal',
  'rsc',
  'server',
  'translations',
  'types',
]

/**
 * Compiles each source file that the entry points reach into a file of its own, so that `'use client'` and `'use server'` stay where
 * they are and a bundler takes only what a host uses.
 */
export async function compileModules(outdir: string): Promise<void> {
  const entryPoints = entryNames.map((name) => `${entries}/${name}.ts`)
  const files = await reachableFrom(entryPoints)
  await build({ ...options, bundle: false, entryPoints: files, outdir })
  finishImports(outdir, '.js')
}

async function reachableFrom(entryPoints: string[]): Promise<string[]> {
  const { metafile } = await build({
    ...options,
    entryPoints,
    external: ['*.css', '@payload-config'],
    metafile: true,
    outdir: root,
    packages: 'external',
    write: false,
  })
  return Object.keys(metafile.inputs)
}
