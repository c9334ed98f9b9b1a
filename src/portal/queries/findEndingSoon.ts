import type { PayloadRequest } from 'payload'

import { deriveStatus } from '../../licensing/status'
import { dashboardColumns, type FewLicense, fewLicenses } from './fewLicenses'
import { findOwn } from './findOwn'
import { idOf } from './licenseRow'
import { isValid } from './licenseStatusWhere'
import { productFacts } from './productFacts'

const days = 30

/** A licence that runs out, as the dashboard shows it. */
export type EndingLicense = { code: string; expiresAt: string; id: string; product: string }

/** The customer's licences that run out within the next 30 days, the first to run out first. */
export async function findEndingSoon(req: PayloadRequest, limit: number): Promise<EndingLicense[]> {
  const now = new Date()
  const until = new Date(now.getTime() + days * 86_400_000).toISOString()
  const licenses = await fewLicenses(req)
  const ending = licenses
    ? endingOf(licenses, now, until).slice(0, limit)
    : await findAmongMany(req, { limit, now, until })
  const products = await productFacts(
    req,
    ending.map(({ product }) => idOf(product)),
  )
  return ending.map(({ code, expiresAt, id, product }) => ({
    code: code ?? '',
    expiresAt: expiresAt ?? '',
    id,
    product: products.get(idOf(product))?.name ?? '',
  }))
}

function endingOf(licenses: FewLicense[], now: Date, until: string): FewLicense[] {
  const endOf = ({ expiresAt }: FewLicense) => expiresAt ?? ''
  return licenses
    .filter((license) => license.expiresAt && license.expiresAt < until)
    .filter((license) => deriveStatus(license, now) === 'active')
    .toSorted((one, other) => endOf(one).localeCompare(endOf(other)))
}

async function findAmongMany(
  req: PayloadRequest,
  { limit, now, until }: { limit: number; now: Date; until: string },
): Promise<FewLicense[]> {
  const { docs } = await findOwn(req, 'licenses', {
    limit,
    select: dashboardColumns,
    sort: ['expiresAt'],
    where: {
      and: [
        isValid,
        { expiresAt: { greater_than_equal: now.toISOString() } },
        { expiresAt: { less_than: until } },
      ],
    },
  })
  return docs
}
