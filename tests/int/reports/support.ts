import type { Payload } from 'payload'

import type { Customer, License, Product } from '../../../payload-types'
import type { Database, Queryable } from '../../../src/licensing/types'
import { readRanks } from '../../../src/reports/repository/ranks'
import type { Rank, RankList } from '../../../src/reports/types'

export const password = 'a long enough password'

export const dayMs = 24 * 60 * 60 * 1000

/** What a shop does, on a test's database. */
export type Shop = ReturnType<typeof shopOf>

export function shopOf(payload: Payload) {
  let counter = 0
  return {
    activate: (license: License, activatedAt = new Date().toISOString(), isActive = true) =>
      payload.db.create({
        collection: 'activations',
        data: {
          activatedAt,
          domain: `${++counter}.example.com`,
          environment: 'production',
          isActive,
          lastSeenAt: activatedAt,
          license: license.id,
          licenseCode: license.code,
          product: license.product,
        },
      }),
    /** Without a password: hashing one takes longer than everything else here. */
    createCustomer: (data: Partial<Customer> = {}): Promise<Customer> => {
      const number = ++counter
      const defaults = {
        clientId: `CUST-${number}`,
        email: `c${number}@example.com`,
        name: `C ${number}`,
      }
      return payload.db.create({ collection: 'customers', data: { ...defaults, ...data } })
    },
    createLicense: (product: Product, data: Partial<License>): Promise<License> =>
      payload.create({
        collection: 'licenses',
        data: { product: product.id, ...data } as never,
        depth: 0,
      }),
    createProduct: (name: string): Promise<Product> =>
      payload.create({ collection: 'products', data: { name, referenceId: name } }),
    /** The whole of a list. */
    ranks: async (list: Partial<RankList> = {}): Promise<Rank[]> => {
      const { rows } = await readRanks(
        databaseOf(payload),
        { metric: 'licenses', period: 'all', product: null, ...list },
        { limit: 1000, offset: 0 },
      )
      return rows
    },
  }
}

export function databaseOf(payload: Payload): Database & Queryable {
  return (payload.db as unknown as { drizzle: Database }).drizzle
}

/** Removes all of it. */
export async function empty(payload: Payload): Promise<void> {
  const { pool } = payload.db as unknown as { pool: { query: (text: string) => Promise<unknown> } }
  await pool.query('delete from activations; delete from licenses; delete from customers')
  await pool.query('delete from products; delete from top_customers')
}
