import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Answer, from, openApi, type TestApi } from './support/api'

/** Shops and software name every field and leave null, or an empty text of a form, in those that they do not use. */
let api: TestApi
let next = 0

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const dataOf = ({ body }: Answer) => body.data as Record<string, unknown>
const all = (names: string[], value: unknown) =>
  Object.fromEntries(names.map((name) => [name, value]))

const license = ['type', 'is_valid', 'is_envato', 'entitlements']
const product = ['is_active', 'license_update', 'serve_latest_updates', 'entitlements']
const version = ['released_at', 'is_active']
const customer = ['is_confirmed', 'language']
const link = ['expires_at', 'type', 'max_downloads', 'version']

it('a shop may have a number as reference ID and send it as one', async () => {
  const number = 70_007
  const made = await api.call('POST', '/internal/products', {
    body: { name: 'Numbered', reference_id: number },
  })
  expect(dataOf(made)).toMatchObject({ reference_id: '70007' })
  const licensed = await api.call('POST', '/internal/product-licenses', {
    body: { license_code: 'OF-A-NUMBER', product_reference_id: number },
  })
  expect(dataOf(licensed)).toMatchObject({ product_reference_id: '70007' })
})

describe.each([null, ''])('optional fields with %j', (nothing) => {
  const send = (method: string, path: string, names: string[], given: object = {}) =>
    api.call(method, `/internal${path}`, { body: { ...all(names, nothing), ...given } })

  it('are as if left out of what is new', async () => {
    const unique = `new-${++next}`
    const address = `${unique}@example.com`
    const answers = [
      await send('POST', '/product-licenses', license, { product_id: 'TIDEMARK' }),
      await send('POST', '/products', product, { name: unique }),
      await send('POST', '/products/TIDEMARK/versions', version, { version: unique }),
      await send('POST', '/customers', customer, { email: address, name: 'Ada' }),
      await send('POST', '/products/TIDEMARK/download-tokens', link),
    ]
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    expect(answers.map(dataOf)).toMatchObject([
      { entitlements: {}, is_envato: false, is_valid: true, type: 'perpetual' },
      { entitlements: {}, is_active: true },
      { released_at: expect.any(String) as string },
      { is_confirmed: false, language: null },
      { expires_at: null, max_downloads: null, type: 'main', version: null },
    ])
    const left = await api.call('POST', '/internal/products', { body: { name: `${unique} too` } })
    const flagsOf = (answer?: Answer) =>
      answer && product.slice(0, 3).map((name) => dataOf(answer)[name])
    expect(flagsOf(answers[1])).toEqual(flagsOf(left))
  })

  it('stay as they are in what is changed', async () => {
    const unique = `kept-${++next}`
    const kept = { is_envato: true, is_valid: false, type: 'trial' }
    const flags = { is_active: false, license_update: false, serve_latest_updates: false }
    const release = { is_active: false, released_at: '2026-01-15T00:00:00.000Z' }
    const person = { email: `${unique}@example.com`, is_confirmed: true, name: 'Ada' }
    const issued = { ...kept, license_code: unique, product_id: 'TIDEMARK' }
    const made = [
      await send('POST', '/product-licenses', [], issued),
      await send('POST', '/products', [], { ...flags, name: unique, reference_id: unique }),
      await send('POST', '/products/TIDEMARK/versions', [], { ...release, version: unique }),
      await send('POST', '/customers', [], { ...person, client_id: unique }),
    ]
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    const changed = [
      await send('PUT', `/product-licenses/${unique}`, license.slice(0, 3)),
      await send('PUT', `/products/${unique}`, product.slice(0, 3)),
      await send('POST', `/products/TIDEMARK/versions/${unique}`, version),
      await send('PUT', `/customers/${unique}`, ['is_confirmed']),
    ]
    expect(changed.map(dataOf)).toMatchObject([kept, flags, release, { is_confirmed: true }])
  })

  it('do not stop an activation', async () => {
    const { code } = await api.createLicense()
    const names = ['client_name', 'fingerprint', 'include_installations', 'verify_type']
    const { body, status } = await api.call('POST', '/external/license/activate', {
      body: { ...all(names, nothing), license_code: code, product_id: 'TIDEMARK' },
      headers: from('optional.example.com'),
    })
    expect([status, body.is_active]).toEqual([200, true])
  })

  it('take the entitlements away from what has some', async () => {
    const entitlements = { seats: 5 }
    const { id } = await api.createLicense()
    const paths = [`/product-licenses/${id}`, '/products/TIDEMARK']
    for (const path of paths) {
      expect(dataOf(await send('PUT', path, [], { entitlements }))).toMatchObject({ entitlements })
      const emptied = await send('PUT', path, ['entitlements'])
      expect([emptied.status, dataOf(emptied).entitlements]).toEqual([200, {}])
    }
  })
})
