import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { from, openApi, type TestApi } from './support/api'

let api: TestApi

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

/** The way through Payload's endpoints, which a host without the bundled server has. */
const call = async (method: string, path: string, key: null | string, body?: object) => {
  const response = await handleEndpoints({
    config: api.payload.config,
    payloadInstanceCacheKey: api.cacheKey,
    request: new Request(`http://localhost/api${path}`, {
      body: body && JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        ...from('example.com'),
        ...(key ? { 'x-api-key': key } : {}),
      },
      method,
    }),
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
