import { findActivationById, listActive } from './repository/activations'
import { lockLicense } from './repository/licenses'
import { readSlots, takesSlot } from './slots'
import type { LicensingSettings, Queryable } from './types'

/**
 * Whether an ended activation may become active again. Locks the licence in the caller's transaction, which must be the one
 * that then writes.
 *
 * @returns why not, or null
 */
export async function findSlotRefusal({
  activationId,
  db,
  settings,
}: {
  activationId: string
  db: Queryable
  settings: LicensingSettings
}): Promise<'already_active' | 'limit_reached' | null> {
  const activation = await findActivationById(db, activationId)
  const license = activation && (await lockLicense(db, activation.licenseId))
  if (!activation || !license) return null
  const others = await listActive(db, license.id, false)
  const { domain } = activation
  if (domain !== null && others.some((other) => other.domain === domain)) return 'already_active'
  if (!takesSlot(activation.environment, settings)) return null
  const { surplus } = await readSlots(db, license, settings)
  return surplus > 0 ? 'limit_reached' : null
}
