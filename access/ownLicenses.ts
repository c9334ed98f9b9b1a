import type { Access, Where } from 'payload'

import type { Customer } from '../payload-types'
import { currentCustomer } from './currentCustomer'
import { isAdminRequest } from './isAdmin'
import { isPortalPageEnabled } from './portalPageEnabled'

/**
 * The licences of a customer: those that carry their Client ID and, once their e-mail address is
 * confirmed, those that carry no Client ID but this address.
 *
 * @param customer whose licences
 * @param prefix path from the queried collection to the licence, such as `license.`
 * @returns false where nothing can be the customer's
 */
export function licensesOf(
  customer: Pick<Customer, 'clientId' | 'confirmedAt' | 'email'>,
  prefix = '',
): false | Where {
  const ownerships: Where[] = []
  if (customer.clientId) {
    ownerships.push({ [`${prefix}customerId`]: { equals: customer.clientId } })
  }
  if (customer.confirmedAt && customer.email) {
    ownerships.push({
      and: [
        { [`${prefix}customerId`]: { exists: false } },
        { [`${prefix}email`]: { equals: customer.email } },
      ],
    })
  }
  return ownerships.length > 0 && { or: ownerships }
}

/** Administrators read every licence, customers their own while the portal's licences page is on. */
export const ownLicenses: Access = async ({ req }) => {
  if (isAdminRequest(req)) return true
  const customer = currentCustomer(req)
  if (!customer || !(await isPortalPageEnabled(req, 'licenses'))) return false
  return licensesOf(customer)
}
