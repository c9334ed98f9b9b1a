import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { build } from 'esbuild'

import { CommandError } from './fail'
import { root } from './paths'
import { runProgram } from './run'

const sources = [
  'access',
  'collections',
  'plugins',
  'scripts',
  'src',
  'next.config.ts',
  'package-lock.json',
  'payload.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
]
const stamp = path.join(root, '.next/build-stamp')
// The commands are for copies without development packages, as in the image.
const commands = ['backup', 'create-admin', 'migrate', 'restore']
const entries: Record<string, string> = {
  server: 'src/server.ts',
  worker: 'src/worker.ts',
  ...Object.fromEntries(commands.map((name) => [name, `scripts/${name}.ts`])),
}
const dist = path.join(root, 'dist')
const stderr = 2

/** Builds the app when there is no build, or one of other sources. Prints nothing among what a command prints for others to read. */
export async function buildWhenStale(): Promise<void> {
  if (isBuildCurrent()) return
  console.error('Building, which takes about a minute …')
  await buildApp(stderr)
}

/** Builds Next's part into `.next`; the server, the worker and the commands into `dist`, each a file. */
export async function buildApp(output: 'inherit' | number = 'inherit'): Promise<void> {
  const hash = hashSources()
  rmSync(stamp, { force: true })
  const next = path.join(root, 'node_modules/next/dist/bin/next')
  const status = await runProgram(
    process.execPath,
    [next, 'build'],
    { NODE_ENV: 'production' },
    output,
  )
  if (status !== 0) throw new CommandError('The build failed. What went wrong stands above.')
  await bundle()
  writeFileSync(stamp, hash)
}

function isBuildCurrent(): boolean {
  const files = [...Object.keys(entries).map((name) => path.join(dist, `${name}.js`)), stamp]
  if (!files.every((file) => existsSync(file))) return false
  return readFileSync(stamp, 'utf8') === hashSources()
}

async function bundle(): Promise<void> {
  await build({
    absWorkingDir: root,
    // The configuration finds the clone's folder by this; the bundle lies one folder deeper than the source.
    banner: {
      js: "import { fileURLToPath as lmPath } from 'node:url';process.env.APP_ROOT ??= lmPath(new URL('..', import.meta.url));",
    },
    bundle: true,
    entryPoints: entries,
    format: 'esm',
    jsx: 'automatic',
    logLevel: 'warning',
    outdir: dist,
    packages: 'external',
    platform: 'node',
    sourcemap: true,
    target: 'node20',
    tsconfig: path.join(root, 'tsconfig.json'),
  })
}

function hashSources(): string {
  const hash = createHash('sha256').update(process.version)
  for (const file of sources.flatMap((source) => filesOf(path.join(root, source)))) {
    hash.update(path.relative(root, file)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesOf(file: string): string[] {
  if (!existsSync(file)) return []
  if (!statSync(file).isDirectory()) return [file]
  return readdirSync(file)
    .sort()
    .flatMap((name) => filesOf(path.join(file, name)))
}
