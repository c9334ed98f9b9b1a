import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'

import type { Payload } from 'payload'

import { ApiError } from '../errors'
import { slugOf } from '../../slugs/slugOf'

/** A file that was received and is not kept yet. */
export type TemporaryFile = {
  mimetype: string
  name: string
  path: string
  sha256: string
  size: number
}

/** A temporary file that is being written. */
export type OpenTemporaryFile = {
  /** Closes and removes it, however far it came. */
  discard: () => Promise<void>
  finish: () => Promise<{ sha256: string; size: number }>
  path: string
  write: (bytes: Uint8Array) => Promise<void>
}

const forgottenAfterMs = 24 * 60 * 60 * 1000

/**
 * Opens a new file beside the release files: on the disk on which it will be kept, where there is room for it or for nothing.
 *
 * @throws ApiError 507 where there is no room
 */
export async function openTemporaryFile(payload: Payload): Promise<OpenTemporaryFile> {
  const folder = path.join(
    payload.collections[slugOf('release-files')].config.upload.staticDir ?? '',
    '.incoming',
  )
  await orNoRoom(mkdir(folder, { recursive: true }))
  await removeForgotten(folder)
  const file = path.join(folder, randomUUID())
  const handle = await orNoRoom(open(file, 'wx', 0o600))
  const hash = createHash('sha256')
  let size = 0
  let isClosed = false
  const close = async () => {
    if (isClosed) return
    isClosed = true
    await handle.close()
  }
  return {
    discard: async () => {
      await close().catch(() => undefined)
      await rm(file, { force: true })
    },
    finish: async () => {
      await orNoRoom(close())
      return { sha256: hash.digest('hex'), size }
    },
    path: file,
    write: async (bytes) => {
      hash.update(bytes)
      size += bytes.length
      try {
        // Written whole, whatever a single write takes.
        await orNoRoom(handle.writeFile(bytes))
      } catch (error) {
        await close().catch(() => undefined)
        throw error
      }
    },
  }
}

/** Turns a full disk into an answer that says so. */
export async function orNoRoom<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw code === 'ENOSPC' || code === 'EDQUOT' ? new ApiError(507, 'noRoom') : error
  }
}

/** What a process left behind that ended in the middle of an upload. */
async function removeForgotten(folder: string): Promise<void> {
  const oldest = Date.now() - forgottenAfterMs
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name)
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Date.now() }))
    if (mtimeMs < oldest) await rm(file, { force: true })
  }
}
