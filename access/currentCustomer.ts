import type { PayloadRequest } from 'payload'

import type { Customer } from '../payload-types'
import { slugOf } from '../src/slugs/slugOf'

/** The customer who makes the request, or null when it is somebody else's or nobody's. */
export function currentCustomer(req: PayloadRequest): Customer | null {
  return req.user?.collection === slugOf('customers') ? req.user : null
}
