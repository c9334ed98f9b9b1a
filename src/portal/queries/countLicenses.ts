import type { PayloadRequest } from 'payload'

import { licenseStatusWhere } from './licenseStatusWhere'
import { slugOf } from '../../slugs/slugOf'

/** How many licences the customer owns, and how many of them are active and expired. */
export type LicenseCounts = { active: number; expired: number; owned: number }

/** Counts the customer's own licences. */
export async function countLicenses(req: PayloadRequest): Promise<LicenseCounts> {
  const now = new Date()
  const [owned, active, expired] = await Promise.all(
    [{}, licenseStatusWhere('active', now), licenseStatusWhere('expired', now)].map((where) =>
      req.payload.count({ collection: slugOf('licenses'), overrideAccess: false, req, where }),
    ),
  )
  return {
    active: active?.totalDocs ?? 0,
    expired: expired?.totalDocs ?? 0,
    owned: owned?.totalDocs ?? 0,
  }
}
