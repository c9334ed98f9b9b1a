import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Product } from '../../../payload-types'
import { readRanks } from '../../../src/reports/repository/ranks'
import { rankCustomers } from '../../../src/reports/rankCustomers'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { databaseOf, dayMs, empty, type Shop, shopOf } from './support'

/** Who is ranked by what: whose licences count, since when, of which product, and who stands where. */
let payload: Payload
let product: Product
let shop: Shop
let test: TestPayload

const now = new Date()
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs).toISOString()
const confirmedAt = daysAgo(500)

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  shop = shopOf(payload)
})
afterAll(() => test.close())
beforeEach(async () => {
  await empty(payload)
  product = await shop.createProduct('P')
})

describe('a licence counts for', () => {
  it('the customer whose Client ID it carries, whatever its address', async () => {
    const owner = await shop.createCustomer()
    const other = await shop.createCustomer({ confirmedAt })
    await shop.createLicense(product, { customerId: owner.clientId, email: other.email })
    await rankCustomers(payload, now)
    expect(await shop.ranks()).toMatchObject([{ customer: owner.id, licenses: 1, place: 1 }])
  })

  it('without one, the customer who confirmed its address, and nobody who did not', async () => {
    const confirmed = await shop.createCustomer({ confirmedAt, email: 'ada@example.com' })
    const unconfirmed = await shop.createCustomer({ email: 'eve@example.com' })
    const byAddress = await shop.createLicense(product, { email: 'ADA@Example.com' })
    await shop.activate(byAddress)
    await shop.createLicense(product, { email: unconfirmed.email })
    await rankCustomers(payload, now)
    expect(await shop.ranks()).toEqual([
      { activations: 1, customer: confirmed.id, licenses: 1, place: 1, products: 1 },
    ])
  })

  it('nobody where it carries the Client ID of nobody, though its address is confirmed', async () => {
    const { email } = await shop.createCustomer({ confirmedAt })
    await shop.createLicense(product, { customerId: 'NOBODY', email })
    await rankCustomers(payload, now)
    expect(await shop.ranks()).toEqual([])
  })
})

describe('a period', () => {
  it('has licences issued and activations made in it, each by its own date', async () => {
    const owner = await shop.createCustomer()
    const old = await shop.createLicense(product, {
      createdAt: daysAgo(400),
      customerId: owner.clientId,
    })
    await shop.createLicense(product, { createdAt: daysAgo(60), customerId: owner.clientId })
    await shop.activate(old, daysAgo(10))
    await shop.activate(old, daysAgo(100), false)
    await rankCustomers(payload, now)
    const figures = async (period: '30' | '365' | '90' | 'all') =>
      (await shop.ranks({ metric: 'activations', period })).map(
        ({ activations, licenses, products }) => [licenses, products, activations],
      )
    expect(await figures('all')).toEqual([[2, 1, 2]])
    expect(await figures('365')).toEqual([[1, 1, 2]])
    expect(await figures('90')).toEqual([[1, 1, 1]])
    expect(await figures('30')).toEqual([[0, 0, 1]])
    // Who has none of what is ranked has no rank.
    expect(await shop.ranks({ metric: 'licenses', period: '30' })).toEqual([])
  })
})

describe('a product', () => {
  it('has ranks of its own, and counts once however many licences', async () => {
    const other = await shop.createProduct('Q')
    const [one, two] = [await shop.createCustomer(), await shop.createCustomer()]
    for (const item of [product, product, product]) {
      await shop.createLicense(item, { customerId: one.clientId })
    }
    for (const item of [product, other]) {
      await shop.createLicense(item, { customerId: two.clientId })
    }
    await rankCustomers(payload, now)
    const order = async (list: Parameters<Shop['ranks']>[0]) =>
      (await shop.ranks(list)).map(({ customer, place }) => [place, customer])
    expect(await order({ metric: 'licenses' })).toEqual([
      [1, one.id],
      [2, two.id],
    ])
    expect(await order({ metric: 'products' })).toEqual([
      [1, two.id],
      [2, one.id],
    ])
    expect(await order({ product: other.id })).toEqual([[1, two.id]])
    expect(await shop.ranks({ product: product.id })).toMatchObject([
      { customer: one.id, licenses: 3, products: 1 },
      { customer: two.id, licenses: 1, products: 1 },
    ])
  })
})

describe('places', () => {
  it('are shared by those who have as much, and stay in one order', async () => {
    const customers = await Promise.all(Array.from({ length: 4 }, () => shop.createCustomer()))
    for (const [index, customer] of customers.entries()) {
      const count = index === 0 ? 3 : 1
      for (let number = 0; number < count; number += 1) {
        await shop.createLicense(product, { customerId: customer.clientId })
      }
    }
    await rankCustomers(payload, now)
    const first = await shop.ranks()
    expect(first.map(({ place }) => place)).toEqual([1, 2, 2, 2])
    await rankCustomers(payload, new Date(now.getTime() + 1000))
    expect(await shop.ranks()).toEqual(first)
    const half = await readRanks(
      databaseOf(payload),
      { metric: 'licenses', period: 'all', product: null },
      { limit: 2, offset: 2 },
    )
    expect(half).toMatchObject({ rows: first.slice(2), total: 4 })
  })

  it('of deleted customers are closed up at once, and lost at the next count', async () => {
    const [one, two] = [await shop.createCustomer(), await shop.createCustomer()]
    for (const customer of [one, one, two]) {
      await shop.createLicense(product, { customerId: customer.clientId })
    }
    await rankCustomers(payload, now)
    await payload.delete({ collection: 'customers', id: one.id })
    expect(await shop.ranks()).toMatchObject([{ customer: two.id, place: 1 }])
    await rankCustomers(payload, now)
    const { docs } = await payload.find({
      collection: 'top-customers',
      depth: 0,
      where: { metric: { equals: 'licenses' }, period: { equals: 'all' } },
    })
    expect(docs.map(({ customer }) => customer)).toEqual([two.id, two.id])
  })
})

describe('the dashboard', () => {
  it('reads the ranks of licences, of all time and all products, by rank', async () => {
    const [one, two] = [await shop.createCustomer(), await shop.createCustomer()]
    for (const customer of [one, two, two]) {
      await shop.createLicense(product, { customerId: customer.clientId })
    }
    await rankCustomers(payload, now)
    const { docs } = await payload.find({
      collection: 'top-customers',
      depth: 0,
      limit: 10,
      sort: 'rank',
      where: {
        metric: { equals: 'licenses' },
        period: { equals: 'all' },
        product: { exists: false },
      },
    })
    expect(docs).toMatchObject([
      { customer: two.id, licenses: 2, rank: 1 },
      { customer: one.id, licenses: 1, rank: 2 },
    ])
  })
})

describe('before the first count', () => {
  it('there are no ranks and no time; after it a time, though there are none', async () => {
    const list = { metric: 'licenses', period: 'all', product: null } as const
    const part = { limit: 25, offset: 0 }
    const read = () => readRanks(databaseOf(payload), list, part)
    expect(await read()).toEqual({ countedAt: null, rows: [], total: 0 })
    await rankCustomers(payload, now)
    expect(await read()).toEqual({ countedAt: now, rows: [], total: 0 })
  })
})
