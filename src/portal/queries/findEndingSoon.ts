import type { PayloadRequest } from 'payload'

import { type LicenseRow, licenseColumns, toLicenseRows } from './licenseRow'
import { isValid } from './licenseStatusWhere'
import { slugOf } from '../../slugs/slugOf'

const days = 30

/** The customer's licences that run out within the next 30 days, the first to run out first. */
export async function findEndingSoon(req: PayloadRequest, limit: number): Promise<LicenseRow[]> {
  const now = Date.now()
  const { docs } = await req.payload.find({
    collection: slugOf('licenses'),
    depth: 0,
    joins: false,
    limit,
    overrideAccess: false,
    pagination: false,
    req,
    select: licenseColumns,
    sort: 'expiresAt',
    where: {
      and: [
        isValid,
        { expiresAt: { greater_than_equal: new Date(now).toISOString() } },
        { expiresAt: { less_than: new Date(now + days * 86_400_000).toISOString() } },
      ],
    },
  })
  return toLicenseRows(req, docs)
}
