import { afterAll, beforeAll, expect, it } from 'vitest'

import { openApi, type TestApi } from './support/api'

let api: TestApi

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const ask = (path: string, headers: Record<string, string> = {}, method = 'OPTIONS') =>
  api.app.fetch(new Request(`http://localhost/api${path}`, { headers, method }))

const preflight = {
  'access-control-request-headers': 'content-type,x-api-key,x-api-url',
  'access-control-request-method': 'POST',
  origin: 'https://app.example',
}

it('software in a browser may call the external API from any origin, and is asked for its key then', async () => {
  const asked = await ask('/external/license/verify', preflight)
  expect(asked.status).toBe(204)
  expect(asked.headers.get('access-control-allow-origin')).toBe('*')
  expect(asked.headers.get('access-control-allow-credentials')).toBeNull()
  for (const header of ['content-type', 'x-api-key', 'x-api-url', 'x-api-fingerprint']) {
    expect(asked.headers.get('access-control-allow-headers')?.toLowerCase()).toContain(header)
  }
})

it('may read every answer, errors as well, and the headers of a file', async () => {
  const body = JSON.stringify({ license_code: 'UNKNOWN' })
  for (const [key, status] of [
    [api.keys.external, 200],
    ['wrong', 401],
  ] as const) {
    const response = await api.app.fetch(
      new Request('http://localhost/api/external/license/check', {
        body,
        headers: { 'content-type': 'application/json', 'x-api-key': key },
        method: 'POST',
      }),
    )
    expect(response.status).toBe(status)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-expose-headers')).toContain('X-LM-Checksum-SHA256')
  }
})

it('nothing of the internal API is opened to browsers', async () => {
  const asked = await ask('/internal/product-licenses', preflight)
  expect(asked.status).not.toBe(204)
  expect(asked.headers.get('access-control-allow-origin')).toBeNull()
})
