import { sql } from '@payloadcms/db-postgres/drizzle'
import fc from 'fast-check'
import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Customer, License, Product } from '../../../payload-types'
import { rankCustomers } from '../../../src/reports/rankCustomers'
import { metrics, periods, type Rank, type RankList } from '../../../src/reports/types'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { databaseOf, dayMs, empty, type Shop, shopOf } from './support'

/** Whatever happened in whatever order, the ranks are what one counts who asks about each customer by itself. */
let payload: Payload
let shop: Shop
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  shop = shopOf(payload)
})
afterAll(() => test.close())

const index = fc.nat({ max: 3 })
const age = fc.constantFrom(1, 29, 31, 89, 91, 364, 366, 900)
const operation = fc.oneof(
  fc.record({
    age,
    by: fc.constantFrom('id', 'email', 'both', 'foreign'),
    customer: index,
    do: fc.constant('issue'),
    product: index,
  }),
  fc.record({ age, do: fc.constant('activate'), license: fc.nat({ max: 30 }) }),
  fc.record({ customer: index, do: fc.constant('confirm') }),
  fc.record({ do: fc.constant('deleteLicense'), license: fc.nat({ max: 30 }) }),
  fc.record({ customer: index, do: fc.constant('deleteCustomer') }),
  fc.record({ do: fc.constant('recount') }),
)

type Operation = {
  age?: number
  by?: string
  customer?: number
  do: string
  license?: number
  product?: number
}

it('ranks are those of a plain count after random operations', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { maxLength: 40, minLength: 10 }), async (operations) => {
      await empty(payload)
      const products: Product[] = []
      for (const name of ['P', 'Q', 'R', 'S']) products.push(await shop.createProduct(name))
      const customers: (Customer | null)[] = []
      for (let number = 0; number < 4; number += 1) customers.push(await shop.createCustomer())
      const licenses: License[] = []
      const now = new Date()
      for (const step of operations) await perform(step, { customers, licenses, now, products })
      await rankCustomers(payload, now)
      for (const period of periods) {
        for (const product of [null, ...products.map(({ id }) => id)]) {
          for (const metric of metrics) {
            if (product && metric === 'products') continue
            const list = { metric, period, product }
            const expected = await plainCount(list, customers, now)
            const ranks = await shop.ranks(list)
            expect(ranks, JSON.stringify(list)).toEqual(expect.arrayContaining(expected))
            expect(ranks).toHaveLength(expected.length)
          }
        }
      }
    }),
    { numRuns: 15, seed: 20_270_131 },
  )
}, 240_000)

type World = {
  customers: (Customer | null)[]
  licenses: License[]
  now: Date
  products: Product[]
}

async function perform(
  step: Operation,
  { customers, licenses, now, products }: World,
): Promise<void> {
  const customer = customers[step.customer ?? 0]
  const license = licenses[(step.license ?? 0) % Math.max(licenses.length, 1)]
  const date = new Date(now.getTime() - (step.age ?? 0) * dayMs).toISOString()
  if (step.do === 'recount') await rankCustomers(payload, now)
  if (step.do === 'issue' && customer) {
    const owner = {
      both: { customerId: customer.clientId, email: customer.email },
      email: { email: customer.email },
      foreign: { customerId: 'FOREIGN', email: customer.email },
      id: { customerId: customer.clientId },
    }[step.by as 'both']
    const product = products[step.product ?? 0] as Product
    licenses.push(await shop.createLicense(product, { createdAt: date, ...owner }))
  }
  if (step.do === 'activate' && license) await shop.activate(license, date)
  if (step.do === 'deleteLicense' && license) {
    await payload.delete({ collection: 'licenses', id: license.id })
    licenses.splice(licenses.indexOf(license), 1)
  }
  if (step.do === 'confirm' && customer) {
    const data = { confirmedAt: date }
    await payload.update({ collection: 'customers', data, id: customer.id })
  }
  if (step.do === 'deleteCustomer' && customer) {
    await payload.delete({ collection: 'customers', id: customer.id })
    customers[step.customer ?? 0] = null
  }
}

/** The count of each customer by itself, with places by counting who has more. */
async function plainCount(
  { metric, period, product }: RankList,
  customers: (Customer | null)[],
  now: Date,
) {
  const since = period === 'all' ? new Date(0) : new Date(now.getTime() - Number(period) * dayMs)
  const counted: Omit<Rank, 'place'>[] = []
  for (const customer of customers) {
    if (!customer) continue
    const owned = sql`(l.customer_id = c.client_id or l.customer_id is null and l.email = c.email and c.confirmed_at is not null)
      and (${product}::uuid is null or l.product_id = ${product}::uuid)`
    const { rows } = await databaseOf(payload).execute(sql`
      select
        (select count(*) from licenses l where ${owned} and l.created_at >= ${since.toISOString()}) as licenses,
        (select count(distinct l.product_id) from licenses l where ${owned} and l.created_at >= ${since.toISOString()}) as products,
        (select count(*) from activations a join licenses l on l.id = a.license_id
          where ${owned} and a.activated_at >= ${since.toISOString()}) as activations
      from customers c where c.id = ${customer.id}`)
    counted.push({
      activations: Number(rows[0]?.activations),
      customer: customer.id,
      licenses: Number(rows[0]?.licenses),
      products: Number(rows[0]?.products),
    })
  }
  return counted
    .filter((figures) => figures[metric] > 0)
    .map((figures) => ({
      ...figures,
      place: 1 + counted.filter((other) => other[metric] > figures[metric]).length,
    }))
}
