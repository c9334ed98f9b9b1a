import { APIError, type CollectionBeforeDeleteHook } from 'payload'
import { slugOf } from '../../../src/slugs/slugOf'

/**
 * Keeps a product that licences were issued for: software in the field and customers depend on it.
 *
 * @throws APIError 409 that says what to do instead
 */
export const refuseWhileLicensed: CollectionBeforeDeleteHook = async ({ id, req }) => {
  // Whoever may delete the product is asked for already; the guard must see every licence.
  const { docs } = await req.payload.find({
    collection: slugOf('licenses'),
    depth: 0,
    limit: 1,
    overrideAccess: true,
    pagination: false,
    req,
    select: {},
    where: { product: { equals: id } },
  })
  if (docs.length > 0) {
    throw new APIError(
      'Licenses were issued for this product. Delete them first, or switch the product off instead.',
      409,
      null,
      true,
    )
  }
}
