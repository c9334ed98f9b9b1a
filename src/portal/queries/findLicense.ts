import type { PayloadRequest } from 'payload'

import type { License } from '../../../payload-types'
import { isUuid } from '../../text/isUuid'
import { type LicenseRow, licenseColumns, toLicenseRows } from './licenseRow'
import { slugOf } from '../../slugs/slugOf'

/** A licence as its own page shows it. */
export type LicenseDetails = LicenseRow & {
  domains: string[]
  invoice: null | string
  ips: string[]
  issuedAt: string
  supportUntil: null | string
  /** Activations over the whole life. Null: no limit. */
  totalUses: null | number
  type: License['type']
}

/** One licence of the customer's own, or null: of another's it cannot be told whether it is there. */
export async function findLicense(req: PayloadRequest, id: string): Promise<LicenseDetails | null> {
  if (!isUuid(id)) return null
  const { docs } = await req.payload.find({
    collection: slugOf('licenses'),
    depth: 0,
    joins: false,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    select: {
      ...licenseColumns,
      createdAt: true,
      domains: true,
      invoice: true,
      ips: true,
      supportUntil: true,
      totalUses: true,
      type: true,
    },
    where: { id: { equals: id } },
  })
  const license = docs[0]
  const [row] = license ? await toLicenseRows(req, [license]) : []
  if (!license || !row) return null
  return {
    ...row,
    domains: license.domains ?? [],
    invoice: license.invoice ?? null,
    ips: license.ips ?? [],
    issuedAt: license.createdAt,
    supportUntil: license.supportUntil ?? null,
    totalUses: license.totalUses ?? null,
    type: license.type,
  }
}
