import { parse } from 'csv-parse/sync'
import { handleEndpoints, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestPayload, type TestPayload } from '../../support/payload'
import { tokenOf } from '../../support/rest'

/** Every list of the admin panel as a file: whole, filtered, harmless in a spreadsheet, and administrators' only. */
let admin: string
let customer: string
let payload: Payload
let test: TestPayload

const password = 'a long enough password'

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  await payload.create({ collection: 'users', data: { email: 'admin@example.com', password } })
  const names = ['=HYPERLINK("https://evil.example")', '+1', '@x', '\tx', 'Zoë "Z" Quill, Ltd.']
  for (const [index, name] of names.entries()) {
    const data = { email: `c${index}@example.com`, name, password }
    await payload.create({ collection: 'customers', data })
  }
  admin = await tokenOf(payload, 'users', { email: 'admin@example.com', password })
  customer = await tokenOf(payload, 'customers', { email: 'c0@example.com', password })
})
afterAll(() => test.close())

async function download(path: string, token: null | string = admin) {
  const request = new Request(`http://localhost:3000/api/exports/${path}`, {
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

const rowsOf = (text: string) =>
  parse<Record<string, string>>(text, { bom: true, columns: true, relaxQuotes: false })

describe('the export of a list', () => {
  it('as CSV has a row for each document, and no cell that a spreadsheet runs', async () => {
    const { headers, text } = await download('customers?format=csv')
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="customers-[\d-]+\.csv"$/,
    )
    expect(rowsOf(text).map(({ name }) => name)).toEqual([
      'Zoë "Z" Quill, Ltd.',
      `'\tx`,
      `'@x`,
      `'+1`,
      `'=HYPERLINK("https://evil.example")`,
    ])
  })

  it('as JSON has the values as they are', async () => {
    const { text } = await download('customers?format=json')
    expect(JSON.parse(text)).toMatchObject([
      { name: 'Zoë "Z" Quill, Ltd.' },
      { name: '\tx' },
      { name: '@x' },
      { name: '+1' },
      { name: '=HYPERLINK("https://evil.example")' },
    ])
  })

  it('has no hashes, salts or secrets', async () => {
    const { text } = await download('customers?format=json')
    const [row] = JSON.parse(text) as Record<string, unknown>[]
    for (const name of Object.keys(row ?? {})) {
      expect(name).not.toMatch(/hash|salt|secret|token|password|totpLast|sessions/i)
    }
  })

  it('is filtered and searched as the list is', async () => {
    const filter = 'where[or][0][and][0][email][equals]=c4%40example.com'
    expect(rowsOf((await download(`customers?${filter}`)).text)).toHaveLength(1)
    expect(rowsOf((await download('customers?search=quill')).text)).toHaveLength(1)
    expect(rowsOf((await download('customers?search=nobody')).text)).toHaveLength(0)
  })

  it('of a long list has every document once', async () => {
    const product = await payload.create({
      collection: 'products',
      data: { name: 'P', referenceId: 'P' },
    })
    const createdAt = new Date().toISOString()
    const create = (code: string) =>
      payload.db.create({
        collection: 'licenses',
        // Many at one moment: pages must not lose those on their edges.
        data: { code, codeKey: code, createdAt, product: product.id, type: 'trial' },
      })
    for (let part = 0; part < 11; part += 1) {
      await Promise.all(Array.from({ length: 100 }, (_, index) => create(`c${part * 100 + index}`)))
    }
    const { text } = await download('licenses?format=csv')
    const codes = rowsOf(text).map(({ code }) => code)
    expect(codes).toHaveLength(1100)
    expect(new Set(codes).size).toBe(1100)
    const log = rowsOf((await download('activity-log?format=csv')).text)
    const issued = log.filter(({ event }) => event === 'license.created')
    expect(new Set(issued.map(({ id }) => id)).size).toBe(issued.length)
    expect(issued.length).toBeGreaterThanOrEqual(1100)
  })

  it.each([
    'activations',
    'activity-log',
    'download-tokens',
    'failed-attempts',
    'login-events',
    'mails',
    'products',
    'versions',
    'webhook-deliveries',
  ])('of %s is there, though empty', async (slug) => {
    expect((await download(`${slug}?format=json`)).status).toBe(200)
  })
})

describe('an export is refused', () => {
  it.each([
    ['a customer', () => customer],
    ['a stranger', () => null],
  ])('to %s', async (_who, token) => {
    const { status, text } = await download('customers', token())
    expect(status).toBe(403)
    expect(text).not.toContain('example.com')
  })

  it.each(['api-keys', 'account-tokens', 'customer-sessions', 'users', 'nothing'])(
    'of %s',
    async (slug) => {
      expect((await download(slug)).status).toBe(404)
    },
  )

  it('in another format, or by a field that is not there or not to be seen', async () => {
    expect((await download('customers?format=xml')).status).toBe(400)
    for (const field of ['nothing', 'hash', 'totpSecret', 'importedHash']) {
      const { status, text } = await download(`customers?where[${field}][like]=a`)
      expect(status).toBe(400)
      expect(text).not.toContain('example.com')
    }
  })
})
