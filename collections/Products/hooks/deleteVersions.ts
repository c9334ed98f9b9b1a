import type { CollectionBeforeDeleteHook } from 'payload'
import { slugOf } from '../../../src/slugs/slugOf'

/** Deletes the versions of a product and the links to them with it, in the same transaction. */
export const deleteVersions: CollectionBeforeDeleteHook = async ({ id, req }) => {
  for (const collection of ['download-tokens', 'versions'] as const) {
    await req.payload.db.deleteMany({
      collection: slugOf(collection),
      req,
      where: { product: { equals: id } },
    })
  }
}
