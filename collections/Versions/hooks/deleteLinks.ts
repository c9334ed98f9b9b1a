import type { CollectionBeforeDeleteHook } from 'payload'
import { slugOf } from '../../../src/slugs/slugOf'

/** Deletes the links to a version with it, in the same transaction: without their version they would open the latest. */
export const deleteLinks: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.db.deleteMany({
    collection: slugOf('download-tokens'),
    req,
    where: { version: { equals: id } },
  })
}
