import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { executeFor } from '../../../collections/transaction'
import { isReadAsStored } from '../../database/isReadAsStored'
import { slugOf } from '../../slugs/slugOf'
import { literalPattern } from '../../text/literalPattern'

/** What customers see of a product. */
export type ProductFacts = { isActive: boolean; name: string }

/**
 * Products by id. Customers may not read products; of the ones that their own licences are for they see the name and whether the
 * product is switched on, and nothing else is read.
 *
 * @param ids products of rows that the customer has read
 */
export async function productFacts(
  req: PayloadRequest,
  ids: readonly string[],
): Promise<Map<string, ProductFacts>> {
  if (ids.length === 0) return new Map()
  const { config } = req.payload.collections[slugOf('products')]
  const read = isReadAsStored(config, ['isActive', 'name']) ? readStored : readByPayload
  const products = await read(req, [...new Set(ids)])
  return new Map(
    products.map(({ id, isActive, name }) => [id, { isActive: isActive !== false, name }]),
  )
}

type StoredProduct = { id: string; isActive?: boolean | null; name: string }

async function readStored(req: PayloadRequest, ids: readonly string[]): Promise<StoredProduct[]> {
  const { rows } = await executeFor(
    req,
    sql`select id, name, is_active as "isActive" from products where id = any(${sql.param([...ids])}::uuid[])`,
  )
  return rows as StoredProduct[]
}

async function readByPayload(
  req: PayloadRequest,
  ids: readonly string[],
): Promise<StoredProduct[]> {
  const { docs } = await req.payload.find({
    collection: slugOf('products'),
    depth: 0,
    limit: ids.length,
    overrideAccess: true,
    pagination: false,
    req,
    select: { isActive: true, name: true },
    where: { id: { in: ids } },
  })
  return docs
}

/**
 * Ids of the products whose name contains these words, for a search over the customer's own rows: what they own of them is
 * decided there.
 */
export async function productIdsNamed(req: PayloadRequest, words: string): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection: slugOf('products'),
    depth: 0,
    limit: 200,
    overrideAccess: true,
    pagination: false,
    req,
    select: {},
    where: { name: { contains: literalPattern(words) } },
  })
  return docs.map(({ id }) => id)
}
