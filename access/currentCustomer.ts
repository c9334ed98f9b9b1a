import type { PayloadRequest } from 'payload'

import type { Customer } from '../payload-types'

/** The customer who makes the request, or null when it is somebody else's or nobody's. */
export function currentCustomer(req: PayloadRequest): Customer | null {
  return req.user?.collection === 'customers' ? req.user : null
}
