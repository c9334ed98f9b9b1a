import fc from 'fast-check'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import type { License } from '../../../payload-types'
import type { Database } from '../../../src/licensing/types'
import type { SearchResult } from '../../../src/search/searchAdmin'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Rest, restOf, tokenOf } from '../../support/rest'
import { password, type Shop, shopOf } from '../reports/support'

/** One field for customers, licences and activations: what it finds, in which order, for whom, and what it makes of hostile input. */
let admin: string
let customer: string
let license: License
let payload: Payload
let rest: Rest
let shop: Shop
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  rest = restOf(test)
  shop = shopOf(payload)
  await payload.create({ collection: 'users', data: { email: 'admin@example.com', password } })
  const product = await shop.createProduct('P')
  await shop.createCustomer({
    clientId: 'SHOP-4711',
    email: 'grace@hopper.example',
    name: 'Grace Hopper',
  })
  await shop.createCustomer({ email: 'gr_ce@example.com', name: '100% \\ Pure' })
  license = await shop.createLicense(product, {
    code: 'Ab12-cdEF-3456',
    email: 'buyer@hopper.example',
    invoice: 'INV-2027/88',
  })
  await payload.db.create({
    collection: 'activations',
    data: {
      activatedAt: new Date().toISOString(),
      domain: 'shop.hopper.example',
      environment: 'production',
      isActive: true,
      lastSeenAt: new Date().toISOString(),
      license: license.id,
      licenseCode: license.code,
      product: product.id,
    },
  })
  admin = await tokenOf(payload, 'users', { email: 'admin@example.com', password })
  customer = await tokenOf(payload, 'customers', { email: 'grace@hopper.example', password })
})
afterAll(() => test.close())

async function search(q: string, token: null | string = admin) {
  const { body, status } = await rest('GET', `/admin-search?${new URLSearchParams({ q })}`, {
    token: token ?? undefined,
  })
  return { body: body as SearchResult, status, text: JSON.stringify(body) }
}

const namesOf = ({ activations, customers, licenses }: SearchResult) => [
  ...customers.hits.map(({ name }) => name),
  ...licenses.hits.map(({ code }) => code),
  ...activations.hits.map(({ domain }) => domain),
]

describe('the search finds', () => {
  it.each([
    ['a customer by name', 'hopp', 'Grace Hopper'],
    ['by address, in any case', 'GRACE@HOPPER', 'Grace Hopper'],
    ['by Client ID', '4711', 'Grace Hopper'],
    ['a licence by code, in any case', 'CDef', 'Ab12-cdEF-3456'],
    ['by address', 'buyer@', 'Ab12-cdEF-3456'],
    ['by invoice', '2027/88', 'Ab12-cdEF-3456'],
    ['an activation by domain', 'shop.hopper', 'shop.hopper.example'],
    ['with spaces around it', '  hopp  ', 'Grace Hopper'],
    ['by two characters at the beginning', 'gr', 'Grace Hopper'],
    ['by two that are signs', '10', '100% \\ Pure'],
  ])('%s', async (_what, q, name) => {
    expect(namesOf((await search(q)).body)).toContain(name)
  })

  it('each kind at once', async () => {
    expect(namesOf((await search('hopper')).body)).toEqual([
      'Grace Hopper',
      'Ab12-cdEF-3456',
      'shop.hopper.example',
    ])
  })

  it('nothing where there is nothing, and not by two characters in the middle', async () => {
    expect(namesOf((await search('nobody knows')).body)).toEqual([])
    expect(namesOf((await search('pp')).body)).toEqual([])
  })

  it('only fields that it names', async () => {
    const { body } = await search('grace@hopper.example')
    expect(Object.keys(body.customers.hits[0] ?? {}).sort()).toEqual([
      'clientId',
      'collection',
      'email',
      'id',
      'name',
    ])
  })

  it('what is exactly it before what begins with it before what contains it, and says that there is more', async () => {
    for (const name of ['x-needle', 'needle-2', 'needle-1', 'needle', 'y-needle', 'z-needle']) {
      await shop.createCustomer({ clientId: name, name })
    }
    const { customers } = (await search('needle')).body
    expect(customers.hits.map(({ name }) => name).slice(0, 3)).toEqual([
      'needle',
      'needle-1',
      'needle-2',
    ])
    expect(customers).toMatchObject({ hasMore: true, isCutOff: false })
    expect(customers.hits).toHaveLength(5)
  })
})

describe('signs of patterns stand for themselves:', () => {
  it.each([
    ['gr_ce', ['100% \\ Pure']],
    ['g%e', []],
    ['00%', ['100% \\ Pure']],
    ['\\ Pure', ['100% \\ Pure']],
    ['%%%', []],
    ['___', []],
    ['\\\\\\', []],
    ['\\%', []],
  ])('%s', async (q, names) => {
    const { body, status } = await search(q)
    expect(status).toBe(200)
    expect(namesOf(body)).toEqual(names)
  })
})

it('what no index can find is answered at once, without a look into the tables', async () => {
  const { drizzle } = payload.db as unknown as { drizzle: Database }
  const transaction = vi.spyOn(drizzle, 'transaction')
  try {
    for (const q of ['%%', '---', 'a-b', '. . .']) {
      const { body, status } = await search(q)
      expect(status).toBe(200)
      expect(namesOf(body)).toEqual([])
      expect(body.licenses.isCutOff).toBe(false)
    }
    expect(transaction).not.toHaveBeenCalled()
    await search('hopper')
    expect(transaction).toHaveBeenCalledTimes(3)
  } finally {
    transaction.mockRestore()
  }
})

describe('hostile input', () => {
  it.each([
    ['nothing', ''],
    ['one character', 'a'],
    ['one character of two code units', '😀'],
    ['spaces', '      '],
    ['too much', 'a'.repeat(256)],
    ['control characters', '\0\0\0'],
  ])('is refused: %s', async (_what, q) => {
    expect((await search(q)).status).toBe(400)
  })

  it('is refused where it is no text', async () => {
    for (const query of ['q[]=ab&q[]=cd', 'q[like]=abc', 'q[__proto__][x]=abc', '']) {
      expect((await rest('GET', `/admin-search?${query}`, { token: admin })).status).toBe(400)
    }
  })

  it('never fails, whatever the text, and tells nothing of the database', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ maxLength: 300, unit: 'binary' }),
          fc.constantFrom(
            "'; drop table customers; --",
            '\ud800\ud800\ud800',
            "ab' or '1'='1",
            '${7*7}',
            'a\0b',
          ),
        ),
        async (q) => {
          const { status, text } = await search(q)
          expect([200, 400]).toContain(status)
          expect(text).not.toMatch(/select|ilike|postgres|syntax/i)
        },
      ),
      { numRuns: 150, seed: 20_270_131 },
    )
  })
})

describe('the search is refused', () => {
  it.each([
    ['to a customer', () => customer],
    ['to a stranger', () => null],
  ])('%s', async (_who, token) => {
    const { status, text } = await search('hopper', token())
    expect(status).toBe(403)
    expect(text).not.toContain('Grace')
  })

  it('for what the host hides from this administrator, documents and fields', async () => {
    const { config } = payload.collections.customers
    const own = config.access.read
    config.access.read = () => ({ name: { not_equals: 'Grace Hopper' } })
    try {
      expect(namesOf((await search('hopper')).body)).not.toContain('Grace Hopper')
      config.access.read = () => false
      const { body, status } = await search('hopper')
      expect(status).toBe(200)
      expect(namesOf(body)).toEqual(['Ab12-cdEF-3456', 'shop.hopper.example'])
    } finally {
      config.access.read = own
    }
  })
})

it('a search that takes too long is given up, and says so', async () => {
  const { pool } = payload.db as unknown as {
    pool: {
      connect: () => Promise<{ query: (text: string) => Promise<unknown>; release: () => void }>
    }
  }
  const other = await pool.connect()
  try {
    await other.query('begin; lock table licenses in access exclusive mode')
    const started = Date.now()
    const { body, status } = await search('hopper')
    expect(status).toBe(200)
    expect(body.licenses).toEqual({ hasMore: false, hits: [], isCutOff: true })
    expect(body.customers.hits).toMatchObject([{ name: 'Grace Hopper' }])
    expect(Date.now() - started).toBeLessThan(5000)
  } finally {
    await other.query('rollback')
    other.release()
  }
})
