import { findActivationById } from './repository/activations'
import { lockLicense } from './repository/licenses'
import { countReleases, endByLink } from './repository/slotReleases'
import { inTransaction } from './repository/transaction'
import type { Database, Queryable } from './types'

export type SlotRelease = 'limit_reached' | 'not_active' | 'not_allowed' | 'not_found' | 'released'

/**
 * Frees a slot for whoever has a link to a licence. Counted by licence and calendar month (UTC) under the licence's lock, so that no
 * number of callers frees more than the settings allow.
 *
 * @param args.activationId any text
 * @param args.allowance how many the settings allow in a month, read in the same transaction; 0: none at all
 * @returns `not_found` for an activation of another licence as for one that does not exist
 * @throws the database's error when the lock takes too long
 */
export async function releaseSlot({
  activationId,
  allowance,
  db,
  licenseId,
  now = new Date(),
}: {
  activationId: string
  allowance: (transaction: Queryable) => Promise<number>
  db: Database
  licenseId: string
  now?: Date
}): Promise<SlotRelease> {
  return inTransaction(db, async (transaction) => {
    const allowed = await allowance(transaction)
    if (allowed === 0) return 'not_allowed'
    const license = await lockLicense(transaction, licenseId)
    const activation = license && (await findActivationById(transaction, activationId))
    if (activation?.licenseId !== licenseId) return 'not_found'
    if (!activation.isActive) return 'not_active'
    if ((await countReleases(transaction, licenseId, now)) >= allowed) return 'limit_reached'
    return (await endByLink(transaction, activation.id, now)) ? 'released' : 'not_active'
  })
}
