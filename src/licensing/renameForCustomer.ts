import { isOwnedBy, type Owner } from './deactivateForCustomer'
import { findActivationById } from './repository/activations'
import { renameActivation } from './repository/activationWrites'
import { lockLicense } from './repository/licenses'
import { inTransaction } from './repository/transaction'
import type { Database, Queryable } from './types'

/**
 * Names an activation for the customer who owns its licence. Ownership and permission are checked in the transaction that writes,
 * under the licence's lock.
 *
 * @param args.activationId any text
 * @param args.allowed whether customers see their activations now, read in the same transaction
 * @param args.name as {@link readActivationName} gives it; null takes the name away
 * @returns `not_found` for an activation of somebody else as for one that does not exist
 * @throws the database's error when the lock takes too long
 */
export async function renameForCustomer({
  activationId,
  allowed,
  customer,
  db,
  name,
  now = new Date(),
}: {
  activationId: string
  allowed: (transaction: Queryable) => boolean | Promise<boolean>
  customer: Owner
  db: Database
  name: null | string
  now?: Date
}): Promise<'not_allowed' | 'not_found' | 'renamed'> {
  return inTransaction(db, async (transaction) => {
    if (!(await allowed(transaction))) return 'not_allowed'
    const activation = await findActivationById(transaction, activationId)
    const license = activation && (await lockLicense(transaction, activation.licenseId))
    if (!activation || !license || !isOwnedBy(license, customer)) return 'not_found'
    await renameActivation(transaction, activation.id, name, now)
    return 'renamed'
  })
}
