import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { from, openApi, type TestApi } from './support/api'

/** What a licence gives reaches the software that runs under it. */
let api: TestApi
const reference = 'BEACON'

beforeAll(async () => {
  api = await openApi()
  await api.call('POST', '/internal/products', {
    body: {
      entitlements: { api: false, seats: 5, tier: 'basic' },
      name: 'Beacon',
      reference_id: reference,
    },
  })
})
afterAll(() => api.close())

const issue = async (fields: Record<string, unknown> = {}) => {
  const made = await api.call('POST', '/internal/product-licenses', {
    body: { product_reference_id: reference, ...fields },
  })
  expect(made.status).toBe(201)
  return made.body.data as { id: string; license_code: string } & Record<string, unknown>
}

const external = (action: string, code: string) =>
  api.call('POST', `/external/license/${action}`, {
    body: { license_code: code, product_id: reference },
    headers: from('beacon.example.com'),
  })

describe('entitlements', () => {
  it('are told at activation, verification and check: the licence’s own before the product’s', async () => {
    const { license_code: code } = await issue({ entitlements: { api: true, extra: 1.5 } })
    const entitlements = { api: true, extra: 1.5, seats: 5, tier: 'basic' }
    expect((await external('activate', code)).body).toMatchObject({ entitlements, is_active: true })
    expect((await external('verify', code)).body).toEqual({
      data: null,
      entitlements,
      is_active: true,
      message: 'Verified.',
    })
    expect((await external('check', code)).body).toMatchObject({ data: { entitlements } })
  })

  it('are the product’s where the licence has none, and change with it at once', async () => {
    const { license_code: code } = await issue()
    await external('activate', code)
    expect((await external('verify', code)).body).toMatchObject({ entitlements: { seats: 5 } })
    await api.call('PUT', `/internal/products/${reference}`, {
      body: { entitlements: { api: false, seats: 9, tier: 'basic' } },
    })
    expect((await external('verify', code)).body).toMatchObject({ entitlements: { seats: 9 } })
    await api.call('PUT', `/internal/products/${reference}`, {
      body: { entitlements: { api: false, seats: 5, tier: 'basic' } },
    })
  })

  it('take the place of those before when a licence is changed, and are shown to the shop', async () => {
    const { id } = await issue({ entitlements: { one: true } })
    const changed = await api.call('PUT', `/internal/product-licenses/${id}`, {
      body: { entitlements: { two: 'x' } },
    })
    expect(changed.body.data).toMatchObject({ entitlements: { two: 'x' } })
    const untouched = await api.call('PUT', `/internal/product-licenses/${id}`, {
      body: { comments: 'still there' },
    })
    expect(untouched.body.data).toMatchObject({ entitlements: { two: 'x' } })
  })

  it.each([
    ['a list', ['api']],
    ['a name that is none', { '1st': true }],
    ['a nested value', { api: { deep: true } }],
    ['nothing as a value', { api: null }],
    ['a text that is too long', { api: 'x'.repeat(1001) }],
    ['a number beyond reason', { api: 1e300 }],
  ])('refuse %s', async (_what, entitlements) => {
    const { body, status } = await api.call('POST', '/internal/product-licenses', {
      body: { entitlements, product_reference_id: reference },
    })
    expect([status, body.errors]).toEqual([422, { entitlements: [expect.any(String)] }])
  })
})
