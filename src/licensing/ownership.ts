import { normalizeEmailAddress } from './emails'
import type { License } from './types'

/** A customer as far as ownership goes. */
export type Owner = {
  clientId?: null | string
  confirmedAt?: null | string
  email: string
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
