import { type CustomerDeactivation, deactivateOwned } from './deactivateOwned'
import { normalizeEmailAddress } from './emails'
import type { Database, License, Queryable } from './types'

/** A customer as far as ownership goes. */
export type Owner = {
  clientId?: null | string
  confirmedAt?: null | string
  email: string
}

export type { CustomerDeactivation }

/**
 * Ends an activation for the customer who owns its licence. Ownership and permission are checked in the transaction that
 * writes, under the licence's lock.
 *
 * @param args.activationId any text
 * @param args.allowed whether customers may deactivate now, read in the same transaction
 * @returns `not_found` for an activation of somebody else as for one that does not exist
 * @throws the database's error when the lock takes too long
 */
export async function deactivateForCustomer({
  activationId,
  allowed,
  customer,
  db,
  now = new Date(),
}: {
  activationId: string
  allowed: (transaction: Queryable) => boolean | Promise<boolean>
  customer: Owner
  db: Database
  now?: Date
}): Promise<CustomerDeactivation> {
  return deactivateOwned({
    activationId,
    allowed,
    db,
    isOwn: (license) => isOwnedBy(license, customer),
    now,
  })
}

/**
 * Whether a licence is the customer's: it carries their Client ID, or no Client ID and their confirmed e-mail address. The
 * lists of the portal ask the same of the database.
 */
export function isOwnedBy(
  license: Pick<License, 'customerId' | 'email'>,
  customer: Owner,
): boolean {
  if (license.customerId !== null) return license.customerId === customer.clientId
  if (!customer.confirmedAt || !license.email) return false
  return normalizeEmailAddress(license.email) === normalizeEmailAddress(customer.email)
}
