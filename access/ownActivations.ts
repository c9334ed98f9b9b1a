import type { Access } from 'payload'

import { currentCustomer } from './currentCustomer'
import { isAdminRequest } from './isAdmin'
import { ownLicenseIds } from './ownLicenseIds'
import { licensesOf } from './ownLicenses'
import { isPortalPageEnabled } from './portalPageEnabled'

/** Administrators read every activation, customers those of their licences while the page is on. */
export const ownActivations: Access = async ({ req }) => {
  if (isAdminRequest(req)) return true
  const customer = currentCustomer(req)
  if (!customer || !(await isPortalPageEnabled(req, 'activations'))) return false
  const owned = licensesOf(customer)
  if (!owned) return false
  const ids = await ownLicenseIds(req, owned)
  return ids ? { license: { in: ids } } : licensesOf(customer, 'license.')
}
