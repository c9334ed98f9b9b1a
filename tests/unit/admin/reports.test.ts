import { describe, expect, it } from 'vitest'

import { reportQuery } from '../../../src/admin/reports/address'
import { ago } from '../../../src/admin/reports/ago'
import { ranksPerProduct } from '../../../src/reports/depth'
import { parseRankList } from '../../../src/reports/parseRankList'

const product = '00000000-0000-4000-8000-000000000000'

describe('the address of a list', () => {
  it('names only what is not the default, and is read back', () => {
    expect(reportQuery({ metric: 'licenses', period: 'all', product: null })).toBe('')
    const list = { metric: 'activations', period: '90', product } as const
    const query = reportQuery(list, 3)
    expect(query).toBe(`?metric=activations&period=90&product=${product}&page=3`)
    expect(parseRankList(Object.fromEntries(new URLSearchParams(query)))).toEqual(list)
  })

  it('asks for licences of one product where it asks for products', () => {
    expect(parseRankList({ metric: 'products', product })).toMatchObject({ metric: 'licenses' })
    expect(parseRankList({ metric: 'products' })).toMatchObject({ metric: 'products' })
  })

  it('is the default where it is wrong', () => {
    const wrong = { metric: 'toString', period: ['30'], product: 'x' }
    expect(parseRankList(wrong)).toEqual({ metric: 'licenses', period: 'all', product: null })
  })
})

describe('ranks per product', () => {
  it.each([
    [0, 1000],
    [3, 1000],
    [10, 1000],
    [50, 200],
    [500, 100],
    [100_000, 100],
  ])('of %i products: %i', (products, ranks) => {
    expect(ranksPerProduct(products)).toBe(ranks)
  })
})

describe('how long ago', () => {
  const now = new Date('2026-11-24T12:00:00Z')
  it.each([
    ['2026-11-24T12:00:05Z', '0 minutes ago', 'vor 0 Minuten'],
    ['2026-11-24T11:56:00Z', '4 minutes ago', 'vor 4 Minuten'],
    ['2026-11-24T09:30:00Z', '2 hours ago', 'vor 2 Stunden'],
    ['2026-11-21T09:30:00Z', '3 days ago', 'vor 3 Tagen'],
  ])('%s', (moment, english, german) => {
    expect(ago(new Date(moment), now, 'en')).toBe(english)
    expect(ago(new Date(moment), now, 'de')).toBe(german)
  })
})
