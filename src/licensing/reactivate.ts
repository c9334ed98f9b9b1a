import { findSlotRefusal } from './findSlotRefusal'
import { findActivationById, resumeActivation } from './repository/activations'
import type { Database, LicensingSettings } from './types'

/** Makes an ended activation active again, within its licence's limit. */
export async function reactivate({
  activationId,
  db,
  now = new Date(),
  settings,
}: {
  activationId: string
  db: Database
  now?: Date
  settings: LicensingSettings
}): Promise<'already_active' | 'limit_reached' | 'not_found' | 'ok'> {
  return db.transaction(async (transaction) => {
    const refusal = await findSlotRefusal({ activationId, db: transaction, settings })
    const activation = await findActivationById(transaction, activationId)
    if (!activation) return 'not_found'
    if (activation.isActive) return 'already_active'
    if (refusal) return refusal
    await resumeActivation(transaction, activationId, now)
    return 'ok'
  })
}
