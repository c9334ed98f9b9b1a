import type { PayloadRequest } from 'payload'

import { getSettings } from '../../../collections/Settings/getSettings'
import { findStoredLicenses } from '../queries/findLicenses'
import { findReleases, type ReleaseRow, withFiles } from '../queries/findReleases'
import { idOf, type LicenseRow, toLicenseRows } from '../queries/licenseRow'
import type { Page } from '../queries/page'
import { releasedProductIds } from '../queries/releasedProducts'
import { allowedReleases } from './allowedReleases'
import { downloadRules } from './downloadRules'

/** A licence with the latest version that it may have. */
export type DownloadRow = { license: LicenseRow; release: null | ReleaseRow }

/** One page of the customer's licences whose products have files. As many queries for a page of them as for one. */
export async function findDownloads(req: PayloadRequest, page: number): Promise<Page<DownloadRow>> {
  const now = new Date()
  const products = await releasedProductIds(req)
  const [list, settings] = await Promise.all([
    findStoredLicenses(req, { filter: 'all', page, products, query: '', sort: 'product' }),
    getSettings(req),
  ])
  const [licenses, releases] = await Promise.all([
    toLicenseRows(req, list.rows),
    findReleases(
      req,
      list.rows.map(({ product }) => idOf(product)),
      now,
    ),
  ])
  const terms = { now, rules: downloadRules(settings) }
  const latest = licenses.map((license) => allowedReleases(license, releases, terms)[0] ?? null)
  const detailed = await withFiles(
    req,
    latest.filter((release) => release !== null),
  )
  const byId = new Map(detailed.map((release) => [release.id, release]))
  const rows = licenses.map((license, index) => ({
    license,
    release: byId.get(latest[index]?.id ?? '') ?? null,
  }))
  return { ...list, rows }
}
