import type { PayloadRequest } from 'payload'

import type { License } from '../../../payload-types'
import { isUuid } from '../../text/isUuid'
import { findOwn } from './findOwn'
import { licenseColumns, type LicenseRow, toLicenseRows } from './licenseRow'

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

const detailsColumns = {
  ...licenseColumns,
  createdAt: true,
  domains: true,
  invoice: true,
  ips: true,
  supportUntil: true,
  totalUses: true,
  type: true,
} as const

/** A licence as it is stored, as far as its page shows it. */
export type StoredLicense = Pick<License, 'id' | keyof typeof detailsColumns>

/** One licence of the customer's own, or null: of another's it cannot be told whether it is there. */
export async function findLicense(req: PayloadRequest, id: string): Promise<LicenseDetails | null> {
  const license = await findStoredLicense(req, id)
  return license && describeLicense(req, license)
}

/** The same without what stands in other tables, which may be asked for beside other questions. */
export async function findStoredLicense(
  req: PayloadRequest,
  id: string,
): Promise<null | StoredLicense> {
  if (!isUuid(id)) return null
  const { docs } = await findOwn(req, 'licenses', {
    limit: 1,
    select: detailsColumns,
    where: { id: { equals: id } },
  })
  return docs[0] ?? null
}

/**
 * Adds a licence's product and used slots.
 *
 * @param license one that the customer has read
 */
export async function describeLicense(
  req: PayloadRequest,
  license: StoredLicense,
): Promise<LicenseDetails> {
  const [row] = await toLicenseRows(req, [license])
  return {
    ...(row as LicenseRow),
    domains: license.domains ?? [],
    invoice: license.invoice ?? null,
    ips: license.ips ?? [],
    issuedAt: license.createdAt,
    supportUntil: license.supportUntil ?? null,
    totalUses: license.totalUses ?? null,
    type: license.type,
  }
}
