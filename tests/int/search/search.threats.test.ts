import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { namesOf, openSearchedShop, type SearchedShop } from './support/search'

/** One field for customers, licences and activations: for whom, and what it makes of hostile input. */
let admin: SearchedShop['admin']
let customer: SearchedShop['customer']
let payload: SearchedShop['payload']
let rest: SearchedShop['rest']
let search: SearchedShop['search']
let searched: SearchedShop

beforeAll(async () => {
  searched = await openSearchedShop()
  ;({ admin, customer, payload, rest, search } = searched)
})
afterAll(() => searched.close())

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
