import type { PayloadRequest, Where } from 'payload'

import type { ListOptions, ListParams } from '../listing/listParams'
import { type ActivationRow, activationColumns, toActivationRows } from './activationRow'
import { findOwn } from './findOwn'
import { latestActivations } from './latestActivations'
import { findPage, type Page } from './page'
import { productIdsNamed } from './productFacts'
import { isFoundAsStored } from '../../database/isReadAsStored'
import { slugOf } from '../../slugs/slugOf'
import { literalPattern } from '../../text/literalPattern'

export type ActivationFilter = 'active' | 'inactive'
export type ActivationSort = 'domain' | 'domain-down' | 'newest' | 'oldest'

/** What the list of activations can be asked for. */
export const activationListOptions: ListOptions<ActivationFilter, ActivationSort> = {
  filters: ['active', 'inactive'],
  sorts: ['newest', 'oldest', 'domain', 'domain-down'],
}

const orders: Record<ActivationSort, string[]> = {
  domain: ['domain', '-activatedAt', 'id'],
  'domain-down': ['-domain', '-activatedAt', 'id'],
  newest: ['-activatedAt', 'id'],
  oldest: ['activatedAt', 'id'],
}

type ActivationQuery = ListParams<ActivationFilter, ActivationSort> & {
  /** Only those of this licence. */
  license?: string
}

/** One page of the activations of the customer's own licences. */
export async function findActivations(
  req: PayloadRequest,
  { filter, license, page, query, sort }: ActivationQuery,
): Promise<Page<ActivationRow>> {
  const where: Where[] = license ? [{ license: { equals: license } }] : []
  if (filter !== 'all') where.push({ isActive: { equals: filter === 'active' } })
  if (query) where.push(await matching(req, query))
  const asked = {
    collection: slugOf('activations'),
    overrideAccess: false,
    req,
    where: { and: where },
  }
  const list = await findPage(page, {
    areSomeLeftOut: !isFoundAsStored(req.payload.collections[slugOf('activations')].config, []),
    count: () => req.payload.count(asked),
    find: (options) =>
      findOwn(req, 'activations', {
        ...options,
        select: activationColumns,
        sort: orders[sort],
        where: asked.where,
      }),
  })
  return { ...list, rows: await toActivationRows(req, list.rows) }
}

/** The activations of the customer's own licences that are the latest. How many there are is not asked for. */
export async function findLatestActivations(
  req: PayloadRequest,
  limit: number,
): Promise<ActivationRow[]> {
  return toActivationRows(req, await latestActivations(req, { limit, select: activationColumns }))
}

async function matching(req: PayloadRequest, query: string): Promise<Where> {
  const products = await productIdsNamed(req, query)
  const words = literalPattern(query)
  return {
    or: [
      { name: { contains: words } },
      { domain: { contains: words } },
      { url: { contains: words } },
      { ip: { contains: words } },
      { licenseCode: { contains: words } },
      { product: { in: products } },
    ],
  }
}
