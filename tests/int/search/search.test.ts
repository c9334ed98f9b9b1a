import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import type { Database } from '../../../src/licensing/types'
import { namesOf, openSearchedShop, type SearchedShop } from './support/search'

/** One field for customers, licences and activations: what it finds, and in which order. */
let payload: SearchedShop['payload']
let search: SearchedShop['search']
let searched: SearchedShop
let shop: SearchedShop['shop']

beforeAll(async () => {
  searched = await openSearchedShop()
  ;({ payload, search, shop } = searched)
})
afterAll(() => searched.close())

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
