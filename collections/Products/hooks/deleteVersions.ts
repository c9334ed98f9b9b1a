import type { CollectionBeforeDeleteHook } from 'payload'

/** Deletes the versions of a product with it, in the same transaction. */
export const deleteVersions: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.db.deleteMany({
    collection: 'versions',
    req,
    where: { product: { equals: id } },
  })
}
