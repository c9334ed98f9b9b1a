import type { CollectionAfterLoginHook } from 'payload'

import type { Customer } from '../../../payload-types'
import { slugOf } from '../../../src/slugs/slugOf'

/** Notes when the customer logged in. Writes that one column: other logins may be writing their sessions at the same time. */
export const noteLogin: CollectionAfterLoginHook<Customer> = async ({ req, user }) => {
  const lastLogin = new Date().toISOString()
  await req.payload.db.updateOne({
    collection: slugOf('customers'),
    data: { lastLogin },
    id: user.id,
    req,
    returning: false,
  })
  return { ...user, lastLogin }
}
