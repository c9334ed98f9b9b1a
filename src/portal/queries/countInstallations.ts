import type { PayloadRequest } from 'payload'

import { slugOf } from '../../slugs/slugOf'

/** How many installations run under the customer's own licences. */
export async function countInstallations(req: PayloadRequest): Promise<number> {
  const { totalDocs } = await req.payload.count({
    collection: slugOf('activations'),
    overrideAccess: false,
    req,
    where: { isActive: { equals: true } },
  })
  return totalDocs
}
