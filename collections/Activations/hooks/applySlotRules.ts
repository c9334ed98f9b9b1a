import { type CollectionBeforeChangeHook, ValidationError } from 'payload'

import type { Activation } from '../../../payload-types'
import { findSlotRefusal } from '../../../src/licensing/findSlotRefusal'
import { licensingSettings } from '../../Settings/licensingSettings'
import { getSettings } from '../../Settings/getSettings'
import { transactionOf } from '../../transaction'
import { slugOf } from '../../../src/slugs/slugOf'

/**
 * Keeps an administrator's edit within the rules: switching an activation on needs a free slot, counted under the licence's
 * lock in the edit's own transaction; switching one off notes when and by whom.
 *
 * @throws ValidationError when there is no slot, or the domain is active already
 */
export const applySlotRules: CollectionBeforeChangeHook<Activation> = async ({
  data: sent,
  operation,
  originalDoc,
  req,
}) => {
  const data = operation === 'create' ? sent : withoutDevice(sent)
  const wasActive = originalDoc?.isActive === true
  const isActive = data.isActive ?? wasActive
  if (!originalDoc) return data
  if (wasActive === isActive) return withoutState(data, originalDoc)
  if (!isActive) {
    return {
      ...data,
      deactivatedAt: new Date().toISOString(),
      deactivatedBy: 'admin',
      freedByLink: false,
    }
  }
  const refusal = await findSlotRefusal({
    activationId: originalDoc.id,
    db: await transactionOf(req),
    settings: licensingSettings(await getSettings(req)),
  })
  if (refusal) {
    throw new ValidationError({
      collection: slugOf('activations'),
      errors: [{ message: messages[refusal], path: 'isActive' }],
      req,
    })
  }
  return { ...data, deactivatedAt: null, deactivatedBy: null, freedByLink: false }
}

/**
 * Payload fills what an edit leaves out with what it read at the start. Written back, that would undo what client software
 * did meanwhile: an activation that was ended would hold a slot again. A name that the customer gave it meanwhile stays as well.
 */
function withoutState(data: Partial<Activation>, original: Activation): Partial<Activation> {
  const edited = { ...data }
  delete edited.isActive
  delete edited.deactivatedAt
  delete edited.deactivatedBy
  delete edited.freedByLink
  if ((edited.name ?? null) === (original.name ?? null)) delete edited.name
  return edited
}

/** Which device an activation is of is not edited: written back, it would be of none that it was bound to meanwhile. */
function withoutDevice(data: Partial<Activation>): Partial<Activation> {
  const edited = { ...data }
  delete edited.fingerprint
  return edited
}

const messages = {
  already_active: 'Another activation of this license is active for the same domain.',
  limit_reached: 'All slots of this license are taken. Deactivate another activation first.',
} as const
