import { findSlotRefusal } from './findSlotRefusal'
import { findActivationById } from './repository/activations'
import { resumeActivation } from './repository/activationWrites'
import { inTransaction } from './repository/transaction'
import type { Database, LicensingSettings } from './types'

/**
 * Makes an ended activation active again, within its licence's limit.
 *
 * @param args.activationId any text
 * @returns `already_active` when it, or another one of the same installation, is active
 * @throws the database's error when the lock takes too long
 */
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
  return inTransaction(db, async (transaction) => {
    const refusal = await findSlotRefusal({ activationId, db: transaction, settings })
    const activation = await findActivationById(transaction, activationId)
    if (!activation) return 'not_found'
    if (activation.isActive) return 'already_active'
    if (refusal) return refusal
    await resumeActivation(transaction, activationId, now)
    return 'ok'
  })
}
