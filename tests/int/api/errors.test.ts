import { NotFound } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { openApi, type TestApi } from './support/api'

let api: TestApi

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const error = (message: string, errors: Record<string, string[]> = {}) => ({
  status: false,
  message,
  errors,
})
const badKey = error('The API key is missing, unknown, revoked or expired.')
const wrongKey = error('This API key must not be used here.')

describe('keys', () => {
  it.each([null, '', 'lm_ext_unknown', 'x'.repeat(5000)])('refuses %s', async (key) => {
    for (const prefix of ['/external', '/internal']) {
      const { body, status } = await api.call('GET', `${prefix}/connection-check`, { key })
      expect([status, body]).toEqual([401, badKey])
    }
  })

  it('takes the older header where the other one is empty', async () => {
    const headers = { 'lb-api-key': api.keys.external }
    const { status } = await api.call('GET', '/external/connection-check', { headers, key: '' })
    expect(status).toBe(200)
  })

  it('refuses keys of the other kind', async () => {
    const calls = [
      ['/external/connection-check', api.keys.internal],
      ['/internal/products', api.keys.external],
    ] as const
    for (const [path, key] of calls) {
      const { body, status } = await api.call('GET', path, { key })
      expect([status, body]).toEqual([403, wrongKey])
    }
  })

  it('refuses a key once its date has passed', async () => {
    const soon = new Date(Date.now() + 1500).toISOString()
    const { key } = await api.createKey('external', { expiresAt: soon })
    const check = () => api.call('GET', '/external/connection-check', { key })
    expect((await check()).status).toBe(200)
    await expect.poll(async () => (await check()).status, { timeout: 5000 }).toBe(401)
  })

  it('refuses a revoked key within seconds', async () => {
    const { id, key } = await api.createKey('internal')
    const check = () => api.call('GET', '/internal/connection-check', { key })
    expect((await check()).status).toBe(200)
    await api.payload.update({ collection: 'api-keys', data: { isRevoked: true }, id })
    const status = async () => (await check()).status
    await expect.poll(status, { interval: 200, timeout: 5000 }).toBe(401)
  })

  it('takes no key from the address', async () => {
    const query = `X-API-KEY=${api.keys.external}&api_key=${api.keys.external}`
    const { status } = await api.call('GET', `/external/connection-check?${query}`, { key: null })
    expect(status).toBe(401)
  })
})

describe('bodies', () => {
  const post = (body: unknown, headers?: Record<string, string>) =>
    api.call('POST', '/external/license/activate', { body, headers })
  const multipart = { 'content-type': 'multipart/form-data; boundary=x' }

  it.each([
    ['broken JSON', '{"product_id":', {}],
    ['a list', '[]', {}],
    ['a text', '"text"', {}],
    ['null', 'null', {}],
    ['a broken form', '--y', multipart],
  ])('answers 400 to %s', async (_, body, headers) => {
    const answer = await post(body, headers)
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ errors: {}, status: false })
  })

  it('names the fields that are missing', async () => {
    const required = {
      license_code: ['The license_code field is required.'],
      product_id: ['The product_id field is required.'],
    }
    for (const body of [undefined, {}, { license_code: '  ', product_id: null }]) {
      const answer = await post(body)
      expect([answer.status, answer.body]).toEqual([
        422,
        error('The license_code field is required.', required),
      ])
    }
  })

  it.each(['verify', 'deactivate'])('%s needs a token or a code', async (call) => {
    const { body, status } = await api.call('POST', `/external/license/${call}`, {
      body: { product_id: 'TIDEMARK' },
    })
    expect(status).toBe(422)
    expect(body.errors).toEqual({ license_data: ['The license_data field is required.'] })
  })

  it.each([
    1,
    true,
    {},
    ['TIDEMARK'],
    'a\u0000b',
    'x'.repeat(256),
    JSON.parse('{"__proto__": {"toString": 1}}') as unknown,
  ])('answers 422 to a product_id of %j', async (value) => {
    const { body, status } = await post({ license_code: 'A', product_id: value })
    expect(status).toBe(422)
    expect(body.errors).toEqual({ product_id: ['The product_id field is not valid.'] })
  })

  const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

  it.each([
    ['a lone surrogate', '{"license_code": "\\ud800", "product_id": "\\udfff"}', 200],
    [
      '__proto__',
      '{"__proto__": {"is_active": true}, "license_code": "A", "product_id": "B"}',
      200,
    ],
    ['depth', `{"license_code": "A", "product_id": "B", "x": ${deep(1000)}}`, 200],
    ['depth in a field', `{"license_code": "A", "product_id": ${deep(1000)}}`, 422],
    ['endless depth', '['.repeat(200_000), 400],
    ['a million characters', `{"license_code": "${'x'.repeat(1_000_000)}"}`, 413],
    ['a BOM', '\ufeff{"license_code": "A", "product_id": "B"}', 200],
  ])('survives %s', async (_, body, status) => {
    const answer = await post(body)
    expect(answer.status).toBe(status)
  })

  it('survives strange headers', async () => {
    const strange = 'http://\u00ff\u0080[::::]:99999/%00'
    const { status } = await post(
      { license_code: 'A', product_id: 'B' },
      { 'user-agent': strange, 'x-api-ip': strange, 'x-api-language': 'xx', 'x-api-url': strange },
    )
    expect(status).toBe(200)
  })
})

describe('addresses', () => {
  it.each([
    ['GET', '/external/nothing'],
    ['GET', '/external/license/activate'],
    ['GET', '/internal/nothing'],
    ['PATCH', '/internal/products'],
    ['GET', '/internal/products/UNKNOWN'],
    ['GET', '/internal/products/%00'],
    ['PUT', '/internal/products/UNKNOWN'],
    ['POST', '/internal/activated-products/UNKNOWN'],
    ['GET', '/internal/products/UNKNOWN/versions'],
    ['GET', '/internal/products/TIDEMARK/versions/9.9.9'],
    ['GET', '/internal/product-licenses/UNKNOWN'],
    ['GET', '/internal/product-licenses/00000000-0000-4000-8000-000000000000'],
    ['PUT', '/internal/product-licenses/%ff'],
    ['POST', '/internal/blocked-product-licenses/UNKNOWN'],
    ['POST', '/internal/activated-product-activations/UNKNOWN'],
    ['DELETE', '/internal/activated-product-activations/00000000-0000-4000-8000-000000000000'],
  ])('%s %s is not found', async (method, path) => {
    const body = method === 'PUT' ? {} : undefined
    const answer = await api.call(method, path, { body })
    expect([answer.status, answer.body]).toEqual([404, error('Not found.')])
  })

  it('is not found what is deleted while it is changed', async () => {
    const { id } = await api.createLicense()
    vi.spyOn(api.payload, 'update').mockRejectedValueOnce(new NotFound())
    const answer = await api.call('PUT', `/internal/product-licenses/${id}`, { body: {} })
    vi.restoreAllMocks()
    expect([answer.status, answer.body]).toEqual([404, error('Not found.')])
  })

  it('shows nothing, not even what exists, without a key', async () => {
    for (const path of ['/external/nothing', '/internal/products', '/internal/nothing']) {
      expect((await api.call('GET', path, { key: null })).status).toBe(401)
    }
  })
})
