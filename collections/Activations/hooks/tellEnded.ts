import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook, PayloadRequest } from 'payload'

import type { Activation } from '../../../payload-types'
import { tellDeactivated } from '../../../src/extensions/tellDeactivated'
import { findActivationById, findActiveAmong } from '../../../src/licensing/repository/activations'
import { afterCommit } from '../../afterCommit'
import { transactionOf } from '../../transaction'

/** Tells the host of an activation that an administrator switched off. */
export const tellSwitchedOff: CollectionAfterChangeHook<Activation> = async ({
  data,
  previousDoc,
  req,
}) => {
  const wasActive = (previousDoc as Activation | undefined)?.isActive === true
  if (wasActive && data.isActive === false) await tellEnded(req, [previousDoc.id])
}

/** Tells the host of an active activation that is deleted. */
export const tellDeleted: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const activation = await findActivationById(await transactionOf(req), String(id))
  if (activation?.isActive) await tellEnded(req, [activation.id])
}

/**
 * Tells the host of activations that end with the transaction of a request, after its commit.
 *
 * @param ids of active ones
 */
export async function tellEnded(req: PayloadRequest, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { payload } = req
  await afterCommit(req, async () => {
    const active = await findActiveAmong(payload.db.drizzle, ids)
    const ended = ids.filter((id) => !active.includes(id))
    await tellDeactivated(payload, 'admin', ended)
  })
}
