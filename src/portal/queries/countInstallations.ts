import type { PayloadRequest } from 'payload'

import { withinOwnLicenses } from './withinOwnLicenses'
import { slugOf } from '../../slugs/slugOf'

/** How many installations run under the customer's own licences. */
export async function countInstallations(req: PayloadRequest): Promise<number> {
  const { totalDocs } = await req.payload.count({
    collection: slugOf('activations'),
    overrideAccess: false,
    req,
    where: { and: [{ isActive: { equals: true } }, await withinOwnLicenses(req)] },
  })
  return totalDocs
}
