import type { Access } from 'payload'

import { currentCustomer } from './currentCustomer'
import { isAdminRequest } from './isAdmin'

/** Administrators reach every customer, a customer only their own account. */
export const adminOrSelf: Access = ({ req }) => {
  if (isAdminRequest(req)) return true
  const customer = currentCustomer(req)
  return customer ? { id: { equals: customer.id } } : false
}
