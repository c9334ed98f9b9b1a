import { open, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'

import type { Payload } from 'payload'

import type { FileStorage, StoredCollection } from './types'
import { slugOf } from '../slugs/slugOf'

/** The folders in which Payload keeps uploads. */
export function diskStorage(payload: Payload): FileStorage {
  return {
    open: async (collection, filename) => {
      try {
        const handle = await open(pathOnDisk(payload, collection, filename))
        return {
          close: () => handle.close(),
          size: (await handle.stat()).size,
          // The file is closed at its end, at an error, and when the caller goes away.
          stream: async (range) =>
            Readable.toWeb(
              handle.createReadStream({ autoClose: true, ...range }),
            ) as ReadableStream<Uint8Array>,
        }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
        return null
      }
    },
    remove: (collection, filename) =>
      rm(pathOnDisk(payload, collection, filename), { force: true }),
  }
}

/** Where a file is on disk. A name that points out of the folder stays in it. */
export function pathOnDisk(
  payload: Payload,
  collection: StoredCollection,
  filename: string,
): string {
  const { upload } = payload.collections[slugOf(collection)].config
  return path.resolve(upload.staticDir ?? collection, path.basename(filename))
}
