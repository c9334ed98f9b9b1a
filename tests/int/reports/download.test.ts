import { parse } from 'csv-parse/sync'
import { handleEndpoints, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Product } from '../../../payload-types'
import { rankCustomers } from '../../../src/reports/rankCustomers'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { tokenOf } from '../../support/rest'
import { password, shopOf } from './support'

/** The report as a file: what the view shows, harmless in a spreadsheet, and administrators' only. */
let admin: string
let customer: string
let payload: Payload
let other: Product
let test: TestPayload

const names = ['=HYPERLINK("https://evil.example")', '@SUM(A1)', 'Zoë "Z" Quill, Ltd.']

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  await payload.create({ collection: 'users', data: { email: 'admin@example.com', password } })
  const shop = shopOf(payload)
  const product = await shop.createProduct('P')
  other = await shop.createProduct('Q')
  for (const [index, name] of names.entries()) {
    const { clientId } = await shop.createCustomer({ email: `n${index}@example.com`, name })
    for (let number = index; number < 3; number += 1) {
      await shop.createLicense(product, { customerId: clientId })
    }
    if (index === 2) await shop.createLicense(other, { customerId: clientId })
  }
  await rankCustomers(payload)
  admin = await tokenOf(payload, 'users', { email: 'admin@example.com', password })
  customer = await tokenOf(payload, 'customers', { email: 'n0@example.com', password })
})
afterAll(() => test.close())

async function download(query = '', token: null | string = admin) {
  const request = new Request(`http://localhost:3000/api/reports/top-customers${query}`, {
    headers: {
      Origin: 'http://localhost:3000',
      ...(token ? { Authorization: `JWT ${token}` } : {}),
    },
  })
  const response = await handleEndpoints({
    config: payload.config,
    payloadInstanceCacheKey: new URL(test.databaseUrl).pathname.slice(1),
    request,
  })
  return { headers: response.headers, status: response.status, text: await response.text() }
}

const rowsOf = (text: string) => parse<Record<string, string>>(text, { bom: true, columns: true })

describe('the file', () => {
  it('has places, customers and figures, and no cell that a spreadsheet runs', async () => {
    const { headers, text } = await download()
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="top-customers-licenses-all-[\d-]+\.csv"$/,
    )
    const rows = rowsOf(text)
    expect(rows[0]).toMatchObject({
      activations: '0',
      email: 'n0@example.com',
      licenses: '3',
      name: `'=HYPERLINK("https://evil.example")`,
      place: '1',
      products: '1',
    })
    expect(rows.map(({ place }) => place)).toEqual(['1', '2', '2'])
    expect(rows.map(({ name }) => name)).toContain(`'@SUM(A1)`)
    expect(Object.keys(rows[0] ?? {})).toEqual([
      'place',
      'name',
      'email',
      'clientId',
      'licenses',
      'products',
      'activations',
    ])
  })

  it('is filtered as the report is', async () => {
    expect(rowsOf((await download('?metric=products')).text)[0]).toMatchObject({ products: '2' })
    expect(rowsOf((await download(`?product=${other.id}`)).text)).toHaveLength(1)
    expect(rowsOf((await download('?metric=activations')).text)).toEqual([])
  })

  it.each([
    "?product=' or true --",
    '?product[]=a&product[]=b',
    '?metric=__proto__&period=constructor',
    '?period[equals]=30',
    '?metric=licenses%00',
  ])('takes what it does not know for what it shows without: %s', async (query) => {
    const { status, text } = await download(query)
    expect(status).toBe(200)
    expect(rowsOf(text)).toHaveLength(3)
  })
})

describe('it is refused', () => {
  it.each([
    ['a customer', () => customer],
    ['a stranger', () => null],
  ])('to %s', async (_who, token) => {
    const { status, text } = await download('', token())
    expect(status).toBe(403)
    expect(text).not.toContain('example.com')
  })

  it('to administrators from whom the host hides the ranks', async () => {
    const { access } = payload.collections['top-customers'].config
    const own = access.read
    access.read = () => false
    try {
      expect((await download()).status).toBe(403)
    } finally {
      access.read = own
    }
  })

  it('for those customers whom the host hides', async () => {
    const { access } = payload.collections.customers.config
    const own = access.read
    access.read = () => ({ email: { equals: 'n1@example.com' } })
    try {
      expect(rowsOf((await download()).text).map(({ email }) => email)).toEqual(['n1@example.com'])
    } finally {
      access.read = own
    }
  })
})
