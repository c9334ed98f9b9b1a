import type { Access } from 'payload'

import { currentCustomer } from './currentCustomer'
import { isAdminRequest } from './isAdmin'
import { licensesOf } from './ownLicenses'
import { isPortalPageEnabled } from './portalPageEnabled'

/** Administrators read every activation, customers those of their licences while the page is on. */
export const ownActivations: Access = async ({ req }) => {
  if (isAdminRequest(req)) return true
  const customer = currentCustomer(req)
  if (!customer || !(await isPortalPageEnabled(req, 'activations'))) return false
  return licensesOf(customer, 'license.')
}
