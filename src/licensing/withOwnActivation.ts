import type { MaybePromise } from '../async/whenKnown'
import { isOwnedBy, type Owner } from './ownership'
import { findActivationById } from './repository/activations'
import { lockLicense } from './repository/licenses'
import { inTransaction } from './repository/transaction'
import type { Activation, Database, Queryable } from './types'

export type OwnActivationArgs = {
  /** Any text. */
  activationId: string
  /** Whether customers may do this now, read in the same transaction. */
  allowed: (transaction: Queryable) => boolean | Promise<boolean>
  db: Database
  /** The customer, read in the same transaction when the licence is locked; null owns nothing. */
  owner: (transaction: Queryable) => MaybePromise<null | Owner>
}

/**
 * Does something to an activation for the customer who owns its licence. Permission and ownership are checked in the transaction that
 * writes, ownership under the licence's lock and by what the customer is by then.
 *
 * @returns `not_found` for an activation of somebody else as for one that does not exist
 * @throws the database's error when the lock takes too long
 */
export function withOwnActivation<T>(
  { activationId, allowed, db, owner }: OwnActivationArgs,
  run: (transaction: Queryable, activation: Activation) => Promise<T>,
): Promise<'not_allowed' | 'not_found' | T> {
  return inTransaction(db, async (transaction) => {
    if (!(await allowed(transaction))) return 'not_allowed'
    const activation = await findActivationById(transaction, activationId)
    const license = activation && (await lockLicense(transaction, activation.licenseId))
    const customer = license && (await owner(transaction))
    if (!activation || !customer || !isOwnedBy(license, customer)) return 'not_found'
    return run(transaction, activation)
  })
}
