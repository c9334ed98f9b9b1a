import type { Access, PayloadRequest, Where } from 'payload'

import { currentCustomer } from './currentCustomer'
import { isAdminRequest } from './isAdmin'
import { type OwningCustomer, ownLicenseIds } from './ownLicenseIds'
import { licensesOf } from './ownLicenses'
import { isPortalPageEnabled } from './portalPageEnabled'

/**
 * The activations of a customer's licences: by the licences' ids where they are few enough, as asking by the owner of each row's licence reads
 * them all.
 *
 * @returns false where nothing can be the customer's
 */
export async function activationsOf(
  req: PayloadRequest,
  customer: OwningCustomer,
): Promise<false | Where> {
  const owned = licensesOf(customer)
  if (!owned) return false
  const ids = await ownLicenseIds(req, customer)
  return ids ? { license: { in: ids } } : licensesOf(customer, 'license.')
}

/** Administrators read every activation, customers those of their licences while the page is on. */
export const ownActivations: Access = async ({ req }) => {
  if (isAdminRequest(req)) return true
  const customer = currentCustomer(req)
  if (!customer || !(await isPortalPageEnabled(req, 'activations'))) return false
  return activationsOf(req, customer)
}
