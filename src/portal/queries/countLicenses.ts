import type { PayloadRequest } from 'payload'

import { deriveStatus } from '../../licensing/status'
import type { LicenseStatus } from '../../licensing/types'
import { fewLicenses } from './fewLicenses'
import { licenseStatusWhere } from './licenseStatusWhere'
import { slugOf } from '../../slugs/slugOf'

/** How many licences the customer owns, and how many of them are active and expired. */
export type LicenseCounts = { active: number; expired: number; owned: number }

/** Counts the customer's own licences. */
export async function countLicenses(req: PayloadRequest): Promise<LicenseCounts> {
  const now = new Date()
  const licenses = await fewLicenses(req)
  if (!licenses) return countMany(req, now)
  const statuses = licenses.map((license) => deriveStatus(license, now))
  const having = (status: LicenseStatus) => statuses.filter((one) => one === status).length
  return { active: having('active'), expired: having('expired'), owned: licenses.length }
}

async function countMany(req: PayloadRequest, now: Date): Promise<LicenseCounts> {
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
