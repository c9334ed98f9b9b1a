import type { Access } from 'payload'

import { currentCustomer } from './currentCustomer'
import { isAdminRequest } from './isAdmin'

/** Administrators read every login event, customers those of their own account. */
export const ownLoginEvents: Access = ({ req }) => {
  if (isAdminRequest(req)) return true
  const customer = currentCustomer(req)
  return customer ? { customer: { equals: customer.id } } : false
}
