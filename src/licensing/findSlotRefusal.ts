import { findActivationById, listActive } from './repository/activations'
import { lockLicense } from './repository/licenses'
import { limitWaiting } from './repository/transaction'
import { readSlots, takesSlot } from './slots'
import type { LicensingSettings, Queryable } from './types'

/**
 * Whether an ended activation may become active again. Locks the licence in the caller's transaction, which must be the one
 * that then writes. The limit over the whole life does not count it again.
 *
 * @param args.db a READ COMMITTED transaction that has not written to activations yet
 * @returns why not, or null
 * @throws the database's error when the lock takes too long
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
  const found = await findActivationById(db, activationId)
  if (!found) return null
  await limitWaiting(db)
  const license = await lockLicense(db, found.licenseId)
  // Which device it is of may have become known while the lock was waited for.
  const activation = license && (await findActivationById(db, activationId))
  if (!activation) return null
  const { domain, fingerprint, id, ip } = activation
  const active = await listActive(db, license.id, false)
  if (active.some((other) => other.id === id)) return null
  const isSameInstallation = (other: typeof activation) =>
    other.fingerprint === fingerprint &&
    (fingerprint !== null || (other.domain === domain && (domain !== null || other.ip === ip)))
  if (active.some(isSameInstallation)) return 'already_active'
  if (!takesSlot(activation.environment, settings)) return null
  const { surplus } = await readSlots(db, license, settings)
  return surplus > 0 ? 'limit_reached' : null
}
