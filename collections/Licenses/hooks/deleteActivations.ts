import type { CollectionBeforeDeleteHook } from 'payload'

import { listActive } from '../../../src/licensing/repository/activations'
import { lockLicense } from '../../../src/licensing/repository/licenses'
import { tellEnded } from '../../Activations/hooks/tellEnded'
import { transactionOf } from '../../transaction'
import { slugOf } from '../../../src/slugs/slugOf'

/**
 * Deletes the activations of a licence with it, in the same transaction. The licence is locked first, as activating does, so that
 * nothing is activated in between and neither waits for the other. The host is told of those that were active.
 */
export const deleteActivations: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const db = await transactionOf(req)
  await lockLicense(db, String(id))
  const active = await listActive(db, String(id), false)
  await req.payload.db.deleteMany({
    collection: slugOf('activations'),
    req,
    where: { license: { equals: id } },
  })
  await tellEnded(
    req,
    active.map((activation) => activation.id),
  )
}
