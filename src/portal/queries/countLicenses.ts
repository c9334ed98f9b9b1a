import type { PayloadRequest } from 'payload'

import { deriveStatus } from '../../licensing/status'
import type { LicenseStatus } from '../../licensing/types'
import { licenseStatusWhere } from './licenseStatusWhere'
import { slugOf } from '../../slugs/slugOf'

/** How many licences the customer owns, and how many of them are active and expired. */
export type LicenseCounts = { active: number; expired: number; owned: number }

/** Up to this many are read and counted here, by one question to the database in place of three. */
const few = 100

/** Counts the customer's own licences. */
export async function countLicenses(req: PayloadRequest): Promise<LicenseCounts> {
  const now = new Date()
  const { docs } = await req.payload.find({
    collection: slugOf('licenses'),
    depth: 0,
    joins: false,
    limit: few + 1,
    overrideAccess: false,
    pagination: false,
    req,
    select: { expiresAt: true, isValid: true },
  })
  if (docs.length > few) return countMany(req, now)
  const statuses = docs.map((license) => deriveStatus(license, now))
  const having = (status: LicenseStatus) => statuses.filter((one) => one === status).length
  return { active: having('active'), expired: having('expired'), owned: docs.length }
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
