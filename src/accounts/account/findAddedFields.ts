import type { PayloadRequest } from 'payload'

import { extensionsOf } from '../../extensions/extensionsOf'
import { slugOf } from '../../slugs/slugOf'
import type { SignedInCustomer } from '../sessions/findSignedIn'

/**
 * What fields that the host added to the customers say of one, as far as the host lets them read it over its API.
 *
 * @returns by the names of the fields; nothing where customers may not read their account
 */
export async function findAddedFields(
  req: PayloadRequest,
  customer: SignedInCustomer,
): Promise<Record<string, unknown>> {
  const names = extensionsOf(req.payload.config).customerFields
  if (names.length === 0) return {}
  const found: unknown = await req.payload.findByID({
    collection: slugOf('customers'),
    depth: 0,
    disableErrors: true,
    id: customer.id,
    overrideAccess: false,
    req,
    select: Object.fromEntries(names.map((name) => [name, true])),
    user: customer,
  })
  const row = (found ?? {}) as Record<string, unknown>
  return Object.fromEntries(names.filter((name) => name in row).map((name) => [name, row[name]]))
}
