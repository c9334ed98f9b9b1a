import type { CollectionBeforeDeleteHook } from 'payload'

/** Deletes the links to a version with it, in the same transaction: without their version they would open the latest. */
export const deleteLinks: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.db.deleteMany({
    collection: 'download-tokens',
    req,
    where: { version: { equals: id } },
  })
}
