import type { CollectionBeforeDeleteHook } from 'payload'

import { lockLicense } from '../../../src/licensing/repository/licenses'
import { transactionOf } from '../../transaction'
import { slugOf } from '../../../src/slugs/slugOf'

/**
 * Deletes the activations of a licence with it, in the same transaction. The licence is locked first, as activating does, so that
 * nothing is activated in between and neither waits for the other.
 */
export const deleteActivations: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await lockLicense(await transactionOf(req), String(id))
  await req.payload.db.deleteMany({
    collection: slugOf('activations'),
    req,
    where: { license: { equals: id } },
  })
}
