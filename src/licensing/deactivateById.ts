import { findActivationById } from './repository/activations'
import { endActivation } from './repository/activationWrites'
import { lockLicense } from './repository/licenses'
import { inTransaction } from './repository/transaction'
import type { Database, Deactivator } from './types'

/**
 * Ends an activation by its id, for callers who may end any.
 *
 * @param args.activationId any text
 * @throws the database's error when the lock takes too long
 */
export async function deactivateById({
  activationId,
  by,
  db,
  now = new Date(),
}: {
  activationId: string
  by: Deactivator
  db: Database
  now?: Date
}): Promise<'not_active' | 'not_found' | 'ok'> {
  return inTransaction(db, async (transaction) => {
    const activation = await findActivationById(transaction, activationId)
    if (!activation) return 'not_found'
    await lockLicense(transaction, activation.licenseId)
    return (await endActivation(transaction, activationId, by, now)) ? 'ok' : 'not_active'
  })
}
