import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import { release } from '../releases/support'
import { openApi, type TestApi } from './support/api'

/** Old software asks by HEAD, whose answers have no body, how large a file is. */
let api: TestApi

beforeAll(async () => {
  api = await openApi()
  const other = await api.payload.create({
    collection: 'products',
    data: { name: 'Other', referenceId: 'OTHER' },
  })
  await release(api.payload, api.product.id, { main: 'twelve bytes', version: '1.0.0' })
  await release(api.payload, api.product.id, { main: 'archive', version: '2.0.0' })
  await release(api.payload, other.id, { main: 'one more', version: '2.0.0' })
})
afterAll(() => api.close())

const ask = (path: string, { key = api.keys.external, method = 'HEAD' } = {}) =>
  api.app.fetch(
    new Request(`http://localhost/api/get_update_size${path}`, {
      headers: { 'lb-api-key': key, 'x-test-connection': '192.0.2.1' },
      method,
    }),
  )

it('tells it', async () => {
  const { headers, status } = await ask('/main/1.0.0')
  expect([status, headers.get('content-length')]).toEqual([200, '12'])
})

it.each([
  ['an unknown version', '/main/9.9.9', 404],
  ['a file that is not there', '/sql/1.0.0', 404],
  ['a name that two products have', '/main/2.0.0', 401],
])('refuses %s by HEAD as by GET', async (_, path, expected) => {
  const head = await ask(path)
  const get = await ask(path, { method: 'GET' })
  expect([head.status, get.status]).toEqual([expected, expected])
  expect(await head.text()).toBe('')
  expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers))
})

it('refuses a wrong key, and one of the other kind', async () => {
  const statuses = [
    (await ask('/main/1.0.0', { key: 'unknown' })).status,
    (await ask('/main/1.0.0', { key: api.keys.internal })).status,
  ]
  expect(statuses).toEqual([401, 403])
})

it('is told by the product in the address where several have the version', async () => {
  for (const [product, size] of [
    ['TIDEMARK', '7'],
    ['OTHER', '8'],
  ]) {
    const { headers, status } = await ask(`/main/2.0.0?product_id=${product}`)
    expect([status, headers.get('content-length')]).toEqual([200, size])
  }
})

it('says when to try again while the database is away, and beyond the limit', async () => {
  const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  vi.spyOn(api.payload.logger, 'warn').mockImplementation(() => undefined)
  vi.spyOn(api.payload.db.drizzle, 'execute').mockRejectedValue(away)
  const unavailable = await ask('/main/1.0.0')
  vi.restoreAllMocks()
  expect(unavailable.status).toBe(503)
  expect(Number(unavailable.headers.get('retry-after'))).toBeGreaterThan(0)
  await api.saveSettings({ rateLimitPerMinute: 1 })
  await ask('/main/1.0.0')
  const limited = await ask('/main/1.0.0')
  expect(limited.status).toBe(429)
  expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0)
})
