import type { CollectionAfterChangeHook } from 'payload'

import { alignActivations as align } from '../../../src/licensing/repository/activationWrites'
import { transactionOf } from '../../transaction'

/** Activations keep the product, code and customer of their licence: those of an edited one follow it, in the same transaction. */
export const alignActivations: CollectionAfterChangeHook<{ id: string }> = async ({
  doc,
  operation,
  req,
}) => {
  if (operation === 'update') await align(await transactionOf(req), doc.id)
}
