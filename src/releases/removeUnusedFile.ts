import { sql } from '@payloadcms/db-postgres/drizzle'
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
} from 'payload'

import { transactionOf } from '../../collections/transaction'
import type { Queryable } from '../licensing/types'
import { slugOf } from '../slugs/slugOf'
import { isUuid } from '../text/isUuid'

/**
 * Deletes a release file that no version has, with its bytes. Its row is held while that is looked up: a version that is given the file
 * meanwhile waits, and then does not find it. A file that is gone is as good.
 *
 * @param id of the release file
 */
export async function removeUnusedFile(payload: Payload, id: string): Promise<void> {
  if (!isUuid(id)) return
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  try {
    if (await holdUnused(await transactionOf(req), id)) {
      // Whoever deleted or changed the version was allowed to.
      const collection = slugOf('release-files')
      await payload.delete({ collection, depth: 0, id, overrideAccess: true, req })
    }
    await commitTransaction(req)
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

/** Whether the file is there and no version has it. Two statements: the second sees what was committed while the first waited. */
async function holdUnused(db: Queryable, id: string): Promise<boolean> {
  const { rows: held } = await db.execute(
    sql`select from release_files where id = ${id} for update`,
  )
  if (held.length === 0) return false
  const { rows: users } = await db.execute(
    sql`select from versions where main_file_id = ${id} or sql_file_id = ${id} limit 1`,
  )
  return users.length === 0
}
