import path from 'node:path'

import { build, type BuildOptions, type Plugin } from 'esbuild'

import { root } from '../paths'
import { builtSpecifier } from './resolve'

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

const entryNames = ['client', 'index', 'portal', 'rsc', 'server', 'translations', 'types']

/**
 * Compiles each source file that the entry points reach into a file of its own, so that `'use client'` and `'use server'` stay where
 * they are and a bundler takes only what a host uses.
 */
export async function compileModules(outdir: string): Promise<void> {
  const entryPoints = entryNames.map((name) => `${entries}/${name}.ts`)
  const files = await reachableFrom(entryPoints)
  await build({ ...options, entryPoints: files, outdir, plugins: [keepModules] })
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

/** Leaves every import to whoever loads the package, and gives those of its own files the endings that Node needs. */
const keepModules: Plugin = {
  name: 'keep-modules',
  setup: ({ onResolve }) => {
    onResolve({ filter: /./ }, ({ importer, kind, path: specifier }) => {
      if (kind === 'entry-point') return null
      const isOwn = specifier.startsWith('.')
      return { external: true, path: isOwn ? builtSpecifier(importer, specifier) : specifier }
    })
  },
}
