import { describe, expect, it } from 'vitest'

import { listHref, parseListParams } from '../../../src/portal/listing/listParams'

const options = { filters: ['active', 'expired'], sorts: ['newest', 'product'] } as const
const untouched = { filter: 'all', page: 1, query: '', sort: 'newest' }

describe('parseListParams', () => {
  it('reads what the address says', () => {
    const params = { page: '3', q: ' tide  ', show: 'expired', sort: 'product' }
    expect(parseListParams(params, options)).toEqual({
      filter: 'expired',
      page: 3,
      query: 'tide',
      sort: 'product',
    })
  })

  it.each([
    [{}],
    [{ page: '0' }],
    [{ page: '-1' }],
    [{ page: '1.5' }],
    [{ page: '1e9' }],
    [{ page: 'x' }],
    [{ page: ['', '2'] }],
    [{ show: 'deleted', sort: 'comments' }],
    [{ show: '__proto__', sort: 'constructor' }],
    [{ q: '\u0000 \u202e' }],
  ])('takes %j as if nothing were there', (params) => {
    expect(parseListParams(params, options)).toEqual(untouched)
  })

  it('takes the first of a repeated parameter and cuts long words', () => {
    expect(parseListParams({ page: ['2', '9'] }, options).page).toBe(2)
    expect(parseListParams({ q: 'x'.repeat(5000) }, options).query).toHaveLength(200)
  })
})

describe('listHref', () => {
  it('leaves out what is so by itself', () => {
    expect(listHref('/list', { filter: 'all', page: 1, query: '', sort: 'newest' })).toBe('/list')
  })

  it('escapes what was typed and round-trips', () => {
    const params = { filter: 'expired', page: 2, query: 'a&b=c #%', sort: 'product' } as const
    const href = listHref('/list', params, { license: undefined, other: 'x' })
    expect(href).toBe('/list?q=a%26b%3Dc+%23%25&show=expired&sort=product&other=x&page=2')
    const search = Object.fromEntries(new URL(href, 'https://example.com').searchParams)
    expect(parseListParams(search, options)).toEqual(params)
  })
})
