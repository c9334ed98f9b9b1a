import type { Payload } from 'payload'

import type { Queryable } from '../../src/licensing/types'
import { fileStorage } from '../../src/storage/fileStorage'
import { isFileInUse } from './repository'

/**
 * Removes a file that belongs to no avatar. The database is asked anew, outside of every transaction: a commit that was lost must
 * not cost a photo. In doubt the file stays. Never throws; there is nobody to tell but the log.
 */
export async function removeOrphan(payload: Payload, filename: string): Promise<void> {
  try {
    const db = (payload.db as unknown as { drizzle: Queryable }).drizzle
    if (await isFileInUse(db, filename)) return
    await fileStorage(payload).remove('avatars', filename)
  } catch (err) {
    payload.logger.error({
      err,
      msg: `The file of a removed avatar could not be removed: ${filename}`,
    })
  }
}
