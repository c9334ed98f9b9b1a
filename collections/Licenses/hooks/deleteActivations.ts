import type { CollectionBeforeDeleteHook } from 'payload'

/** Deletes the activations of a licence with it, in the same transaction. */
export const deleteActivations: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.db.deleteMany({
    collection: 'activations',
    req,
    where: { license: { equals: id } },
  })
}
