import type { PayloadRequest } from 'payload'

import type { License } from '../../../payload-types'
import { deriveStatus } from '../../licensing/status'
import type { LicenseStatus } from '../../licensing/types'
import { productFacts } from './productFacts'
import { usedSlots } from './usedSlots'

/** A licence as the lists of the portal show it. */
export type LicenseRow = {
  code: string
  /** Days of validity from the first activation on, where that has not been yet. */
  expirationDays: null | number
  expiresAt: null | string
  id: string
  isBlocked: boolean
  /** Whether its product is switched on. */
  isProductActive: boolean
  product: string
  productId: string
  status: LicenseStatus
  /** Null: no limit. */
  total: null | number
  updatesUntil: null | string
  used: number
}

/** What a list reads of a licence. Its status is worked out here: the field of that name is made at reading. */
export const licenseColumns = {
  code: true,
  expirationDays: true,
  expiresAt: true,
  isValid: true,
  parallelUses: true,
  product: true,
  updatesUntil: true,
} as const

/** A licence as it is stored, as far as lists show it. */
export type ListedLicense = Pick<License, 'id' | keyof typeof licenseColumns>

/** Adds products' names and used slots to the licences of one page, with one query each. */
export async function toLicenseRows(
  req: PayloadRequest,
  licenses: readonly ListedLicense[],
): Promise<LicenseRow[]> {
  const [products, used] = await Promise.all([
    productFacts(
      req,
      licenses.map(({ product }) => idOf(product)),
    ),
    usedSlots(
      req,
      licenses.map(({ id }) => id),
    ),
  ])
  const now = new Date()
  return licenses.map((license) => ({
    code: license.code ?? '',
    expirationDays: license.expirationDays ?? null,
    expiresAt: license.expiresAt ?? null,
    id: license.id,
    isBlocked: license.isValid === false,
    isProductActive: products.get(idOf(license.product))?.isActive === true,
    product: products.get(idOf(license.product))?.name ?? '',
    productId: idOf(license.product),
    status: deriveStatus(license, now),
    total: license.parallelUses ?? null,
    updatesUntil: license.updatesUntil ?? null,
    used: used.get(license.id) ?? 0,
  }))
}

/** The id of a relationship, populated or not. */
export function idOf(relation: string | { id: string }): string {
  return typeof relation === 'string' ? relation : relation.id
}
