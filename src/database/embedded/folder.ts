import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import path from 'node:path'

import { canEnter, type Identity } from './identity'

const sharedRoot = '/var/lib/license-manager'

/** A folder that every user can enter, for what an unprivileged server must reach. One for each data folder. */
export function sharedFolder(dataDir: string): string {
  const mark = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  return path.join(sharedRoot, mark)
}

/**
 * Where the data really lies. The folder itself where the server's user can reach it; else, as below root's home, a folder that
 * it can, with a link in its place.
 */
export function resolveDataDir(dataDir: string, identity: Identity | null): string {
  const parent = path.dirname(dataDir)
  mkdirSync(parent, { recursive: true })
  if (isLink(dataDir)) {
    const target = readlinkSync(dataDir)
    if (existsSync(target)) return target
    // The data is gone with the machine or the folder it was on; the link alone is worth nothing.
    rmSync(dataDir)
  }
  if (identity !== null) chmodSync(parent, 0o711)
  if (existsSync(dataDir) || canEnter(parent, identity)) return dataDir
  const shared = sharedFolder(dataDir)
  mkdirSync(shared, { recursive: true })
  for (const folder of [sharedRoot, shared]) chmodSync(folder, 0o755)
  const target = path.join(shared, 'data')
  symlinkSync(target, dataDir)
  return target
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}
