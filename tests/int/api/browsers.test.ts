import { afterAll, beforeAll, expect, it } from 'vitest'

import { release } from '../releases/support'
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

it('may read that there is no such call, with a good key and with a wrong one', async () => {
  for (const [key, status] of [
    [api.keys.external, 404],
    ['wrong', 401],
  ] as const) {
    const response = await ask('/external/license/unheard-of', { 'x-api-key': key }, 'GET')
    expect(response.status).toBe(status)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('cache-control')).toBe('no-store')
  }
})

it('may read a file, and how large one is', async () => {
  await release(api.payload, api.product.id, { main: 'an archive', version: '1.1.0' })
  const { code } = await api.createLicense({ parallelUses: 1 })
  const headers = {
    'content-type': 'application/json',
    'x-api-key': api.keys.external,
    'x-api-url': 'https://browser.example/',
  }
  const named = { license_code: code, product_id: 'TIDEMARK' }
  const post = (path: string) => {
    const body = JSON.stringify(named)
    const url = `http://localhost/api/external${path}`
    return api.app.fetch(new Request(url, { body, headers, method: 'POST' }))
  }
  await post('/license/activate')
  const file = await post('/update/1.1.0/download/main')
  expect([file.status, await file.text()]).toEqual([200, 'an archive'])
  const size = await api.app.fetch(
    new Request(
      'http://localhost/api/external/update/1.1.0/download/main/size?product_id=TIDEMARK',
      { headers },
    ),
  )
  for (const answer of [file, size]) {
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('access-control-expose-headers')).toContain('X-LM-Checksum-SHA256')
  }
})

it('nothing of the internal API is opened to browsers', async () => {
  const asked = await ask('/internal/product-licenses', preflight)
  expect(asked.status).not.toBe(204)
  expect(asked.headers.get('access-control-allow-origin')).toBeNull()
})
