import type { PayloadRequest, Where } from 'payload'

import type { LicenseStatus } from '../../licensing/types'
import type { ListOptions, ListParams } from '../listing/listParams'
import { licenseColumns, type LicenseRow, type ListedLicense, toLicenseRows } from './licenseRow'
import { licenseStatusWhere } from './licenseStatusWhere'
import { findOwn } from './findOwn'
import { findPage, type Page } from './page'
import { productIdsNamed } from './productFacts'
import { isFoundAsStored } from '../../database/isReadAsStored'
import { slugOf } from '../../slugs/slugOf'
import { literalPattern } from '../../text/literalPattern'

export type LicenseSort = 'expires' | 'expires-down' | 'newest' | 'product' | 'product-down'

/** What the list of licences can be asked for. */
export const licenseListOptions: ListOptions<LicenseStatus, LicenseSort> = {
  filters: ['active', 'expired', 'blocked'],
  sorts: ['newest', 'product', 'product-down', 'expires', 'expires-down'],
}

const orders: Record<LicenseSort, string[]> = {
  expires: ['expiresAt', '-createdAt', 'id'],
  'expires-down': ['-expiresAt', '-createdAt', 'id'],
  newest: ['-createdAt', 'id'],
  product: ['product.name', '-createdAt', 'id'],
  'product-down': ['-product.name', '-createdAt', 'id'],
}

type LicenseQuery = ListParams<LicenseStatus, LicenseSort> & {
  /** Only those for these products. */
  products?: string[]
}

/** One page of the customer's own licences. */
export async function findLicenses(
  req: PayloadRequest,
  query: LicenseQuery,
): Promise<Page<LicenseRow>> {
  const list = await findStoredLicenses(req, query)
  return { ...list, rows: await toLicenseRows(req, list.rows) }
}

/** The same without what stands in other tables, which may be asked for beside other questions. */
export async function findStoredLicenses(
  req: PayloadRequest,
  { filter, page, products: within, query, sort }: LicenseQuery,
): Promise<Page<ListedLicense>> {
  const where: Where[] = []
  if (within) where.push({ product: { in: within } })
  if (query) {
    const products = await productIdsNamed(req, query)
    where.push({
      or: [{ code: { contains: literalPattern(query) } }, { product: { in: products } }],
    })
  }
  if (filter !== 'all') where.push(licenseStatusWhere(filter, new Date()))
  const isSortClosed = sort.startsWith('product')
  return findPage(page, {
    areSomeLeftOut: !isFoundAsStored(req.payload.collections[slugOf('licenses')].config, []),
    count: () =>
      req.payload.count({
        collection: slugOf('licenses'),
        overrideAccess: false,
        req,
        where: { and: where },
      }),
    find: (options) =>
      findOwn(req, 'licenses', {
        ...options,
        isSortClosed,
        select: licenseColumns,
        sort: orders[sort],
        where: { and: where },
      }),
  })
}
