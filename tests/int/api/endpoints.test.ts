import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { release } from '../releases/support'
import { from, openApi, type TestApi } from './support/api'

let api: TestApi

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

/** The way through Payload's endpoints, which a host without the bundled server has. */
const send = (method: string, path: string, init: RequestInit = {}) =>
  handleEndpoints({
    config: api.payload.config,
    payloadInstanceCacheKey: api.cacheKey,
    request: new Request(`http://localhost/api${path}`, { ...init, method }),
  })

const call = async (method: string, path: string, key: null | string, body?: object) => {
  const response = await send(method, path, {
    body: body && JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      ...from('example.com'),
      ...(key ? { 'x-api-key': key } : {}),
    },
  })
  return { body: (await response.json()) as Record<string, unknown>, status: response.status }
}

it('answers the external and internal calls as Payload endpoints', async () => {
  const issued = await call('POST', '/internal/product-licenses', api.keys.internal, {
    product_reference_id: 'TIDEMARK',
  })
  expect(issued.status).toBe(201)
  const { id, license_code } = issued.body.data as { id: string; license_code: string }
  const activated = await call('POST', '/external/license/activate', api.keys.external, {
    license_code,
    product_id: 'TIDEMARK',
  })
  expect(activated.body).toMatchObject({ is_active: true, message: 'Activated.' })
  const path = `/internal/blocked-product-licenses/${id}`
  for (const [method, status] of [
    ['POST', 'blocked'],
    ['DELETE', 'active'],
  ] as const) {
    const answer = await call(method, path, api.keys.internal)
    expect(answer).toMatchObject({ body: { data: { status } }, status: 200 })
  }
})

it('answers errors in the form of the contract there as well', async () => {
  const answers = [
    await call('GET', '/health-check', null),
    await call('GET', '/external/connection-check', null),
    await call('GET', '/internal/nothing', api.keys.internal),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 401, 404])
  expect(answers[2]?.body).toEqual({ errors: {}, message: 'Not found.', status: false })
})

it('answers browsers that ask before they call, and HEAD', async () => {
  const headers = { 'access-control-request-method': 'POST', origin: 'https://app.example' }
  const asked = await send('OPTIONS', '/external/license/verify', { headers })
  expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, '*'])
  expect(asked.headers.get('access-control-allow-headers')).toContain('X-API-KEY')
  const inside = await send('OPTIONS', '/internal/product-licenses', { headers })
  expect(inside.headers.get('access-control-allow-origin')).not.toBe('*')

  await release(api.payload, api.product.id, { main: 'twelve bytes', version: '1.0.0' })
  const path = '/external/update/1.0.0/download/main/size?product_id=TIDEMARK'
  const size = await send('HEAD', path, { headers: { 'x-api-key': api.keys.external } })
  expect([size.status, size.headers.get('content-length')]).toEqual([200, '12'])
})
