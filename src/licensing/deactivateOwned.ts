import { findActivationById } from './repository/activations'
import { endActivation } from './repository/activationWrites'
import { lockLicense } from './repository/licenses'
import { inTransaction } from './repository/transaction'
import type { Database, License, Queryable } from './types'

export type CustomerDeactivation = 'deactivated' | 'not_active' | 'not_allowed' | 'not_found'

/**
 * Ends an activation for somebody who may end those of some licences only. Ownership and permission are checked in the
 * transaction that writes, under the licence's lock.
 *
 * @param args.activationId any text
 * @param args.allowed whether customers may deactivate now, read in the same transaction
 * @param args.isOwn whether the licence is one of those
 * @returns `not_found` for an activation of another licence as for one that does not exist
 * @throws the database's error when the lock takes too long
 */
export async function deactivateOwned({
  activationId,
  allowed,
  db,
  isOwn,
  now = new Date(),
}: {
  activationId: string
  allowed: (transaction: Queryable) => boolean | Promise<boolean>
  db: Database
  isOwn: (license: License) => boolean
  now?: Date
}): Promise<CustomerDeactivation> {
  return inTransaction(db, async (transaction) => {
    if (!(await allowed(transaction))) return 'not_allowed'
    const activation = await findActivationById(transaction, activationId)
    const license = activation && (await lockLicense(transaction, activation.licenseId))
    if (!activation || !license || !isOwn(license)) return 'not_found'
    const wasActive = await endActivation(transaction, activation.id, 'customer', now)
    return wasActive ? 'deactivated' : 'not_active'
  })
}
