import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openApi, type TestApi } from './support/api'

type Resource = Record<string, unknown> & { id: string; license_code: string }

let api: TestApi

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const dataOf = ({ body }: { body: Record<string, unknown> }) => body.data as Resource
const create = (body: unknown) => api.call('POST', '/internal/product-licenses', { body })
const created = async (body: object = {}) =>
  dataOf(await create({ product_reference_id: 'TIDEMARK', ...body }))
const utc = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string

describe('POST /product-licenses', () => {
  it('issues a licence with everything that it is given', async () => {
    const fields = {
      license_code: 'ISSUED-1',
      type: 'subscription',
      customer_id: 'client-1',
      email: 'ada@example.com',
      invoice: 'INV-1',
      parallel_uses: 2,
      total_uses: 9,
      expiration_days: 30,
      expires_at: '2031-12-31T10:00:00.000Z',
      updates_until: '2030-06-30T23:59:59.999Z',
      support_until: null,
      domains: ['*.example.com'],
      ips: ['10.0.0.*'],
      comments: 'Paid in cash',
      is_valid: true,
      is_envato: false,
    }
    const answer = await create({ product_reference_id: 'TIDEMARK', ...fields })
    expect(answer.status).toBe(201)
    expect(answer.body).toEqual({
      data: {
        ...fields,
        entitlements: {},
        id: expect.any(String) as string,
        product_reference_id: 'TIDEMARK',
        product_name: 'Tidemark',
        status: 'active',
        created_at: utc,
        updated_at: utc,
      },
    })
  })

  it('makes a code, takes the older names, and forms', async () => {
    const fields = {
      client: 'client-2',
      client_email: 'Bob@Example.com ',
      is_valid: '1',
      parallel_uses: '3',
      product_id: 'TIDEMARK',
      'domains[0]': 'a.example',
      'domains[1]': 'b.example',
      ips: '10.0.0.1, 10.0.0.2',
    }
    const answer = await api.call('POST', '/internal/product-licenses', {
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(dataOf(answer)).toMatchObject({
      customer_id: 'client-2',
      domains: ['a.example', 'b.example'],
      email: 'bob@example.com',
      ips: ['10.0.0.1', '10.0.0.2'],
      is_valid: true,
      license_code: expect.stringMatching(/^\S{26,}$/) as string,
      parallel_uses: 3,
      type: 'perpetual',
    })
  })

  it.each([null, '', ' '])('takes the older name where the main one is %j', async (nothing) => {
    const license = await created({
      client: 'client-3',
      client_email: 'eve@example.com',
      customer_id: nothing,
      email: nothing,
      product_id: 'TIDEMARK',
      product_reference_id: nothing,
    })
    expect(license).toMatchObject({ customer_id: 'client-3', email: 'eve@example.com' })
  })

  it('finds the product by its id as well', async () => {
    const license = await created({ product_reference_id: api.product.id })
    expect(license.product_reference_id).toBe('TIDEMARK')
  })

  it('includes the last day', async () => {
    const license = await created({
      expires_at: '2031-02-28',
      support_until: '2031-03-01 10:00:00',
    })
    expect(license.expires_at).toBe('2031-02-28T23:59:59.999Z')
    expect(license.support_until).toBe('2031-03-01T10:00:00.000Z')
  })

  it.each([
    ['product_reference_id', ''],
    ['product_reference_id', 'UNKNOWN'],
    ['product_reference_id', 7],
    ['license_code', 'x'.repeat(256)],
    ['license_code', 'a\u0000b'],
    ['type', 'eternal'],
    ['email', 'no address'],
    ['customer_id', {}],
    ['parallel_uses', 0],
    ['parallel_uses', 1.5],
    ['parallel_uses', 'two'],
    ['total_uses', 1e9],
    ['expires_at', '2031-02-31'],
    ['expires_at', 'tomorrow'],
    ['expires_at', '9999-12-31T23:59:59-12:00'],
    ['expires_at', 1_900_000_000],
    ['domains', [1]],
    ['ips', { a: 1 }],
    ['is_valid', 'perhaps'],
    ['comments', 'x'.repeat(10_001)],
  ])('answers 422 to %s: %j', async (field, value) => {
    const { body, status } = await create({ product_reference_id: 'TIDEMARK', [field]: value })
    expect(status).toBe(422)
    expect(body).toMatchObject({ message: expect.any(String) as string, status: false })
    expect(Object.keys(body.errors as object)).toEqual([field])
  })

  it('refuses a code that there is, also in other letters and under a race', async () => {
    const { license_code: code } = await created({ license_code: 'Taken-1' })
    const again = await create({ license_code: 'TAKEN-1', product_reference_id: 'TIDEMARK' })
    expect([again.status, again.body.errors]).toEqual([
      422,
      { license_code: ['The license_code has already been taken.'] },
    ])
    const race = await Promise.all(
      Array.from({ length: 8 }, () =>
        create({ license_code: 'RACED-1', product_reference_id: 'TIDEMARK' }),
      ),
    )
    expect(race.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(422)])
    expect(code).toBe('Taken-1')
  })
})
