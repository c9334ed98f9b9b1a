import type { Payload } from 'payload'

import type { Deactivator } from '../licensing/types'
import { extensionsOf } from './extensionsOf'
import { runAfter } from './runAfter'

/**
 * Tells the host's `afterDeactivate` of activations that were ended, once that is committed. Never throws.
 *
 * @param by as their rows say, or said where they are deleted
 * @param activationIds told of one after the other
 */
export async function tellDeactivated(
  payload: Payload,
  by: Deactivator,
  activationIds: readonly string[],
): Promise<void> {
  const { afterDeactivate } = extensionsOf(payload.config).hooks
  if (!afterDeactivate) return
  for (const activationId of activationIds) {
    await runAfter(payload, 'afterDeactivate', afterDeactivate, { activationId, by })
  }
}
