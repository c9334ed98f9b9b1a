import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { legacyRoutes } from '../../../src/api/legacy'
import { pathOf } from '../../../src/api/openapi/path'
import { routes } from '../../../src/api/routes/all'
import { openApi, type TestApi } from './support/api'

/**
 * Every call with every key that there can be. The rows are the routes themselves: a call that is added is in here, and what the app
 * serves beside them fails the test at the end.
 */
let api: TestApi
const keys: Record<string, string> = {}

beforeAll(async () => {
  api = await openApi()
  await api.saveSettings({ rateLimitPerMinute: 1_000_000 })
  for (const kind of ['external', 'internal'] as const) {
    const past = new Date(Date.now() + 1200).toISOString()
    keys[`${kind} expired`] = (await api.createKey(kind, { expiresAt: past })).key
    const revoked = await api.createKey(kind)
    await api.payload.update({ collection: 'api-keys', data: { isRevoked: true }, id: revoked.id })
    keys[`${kind} revoked`] = revoked.key
    keys[kind] = api.keys[kind]
  }
  await new Promise((resolve) => setTimeout(resolve, 1500))
})
afterAll(() => api.close())

type Row = { access: 'external' | 'internal' | 'public'; method: string; path: string }

const fill = (path: string) =>
  pathOf({ path }).replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'type' ? 'main' : 'unknown',
  )

const rows: Row[] = [
  ...routes.map(({ access, method, path }) => ({
    access,
    method: method.toUpperCase(),
    path: fill(path),
  })),
  ...legacyRoutes.map(({ access, path }) => ({ access, method: 'POST', path: fill(path) })),
]

async function statusWith(row: Row, key: null | string, query = ''): Promise<number> {
  const response = await api.app.fetch(
    new Request(`http://localhost/api${row.path}${query}`, {
      body: row.method === 'POST' || row.method === 'PUT' ? '{}' : null,
      headers: {
        'content-type': 'application/json',
        'x-test-connection': '192.0.2.9',
        ...(key === null ? {} : { 'x-api-key': key }),
      },
      method: row.method,
    }),
  )
  await response.body?.cancel()
  return response.status
}

describe.each(rows)('$method $path', (row) => {
  const { access } = row
  if (access === 'public') {
    it('lets anybody in, and gives nothing away', async () => {
      expect([200, 404]).toContain(await statusWith(row, null))
    })
    return
  }
  const other = access === 'external' ? 'internal' : 'external'

  it.each([
    ['no key', null, 401],
    ['an unknown key', 'unknown', 401],
    ['a revoked key', `${access} revoked`, 401],
    ['an expired key', `${access} expired`, 401],
    ['a key of the other kind', other, 403],
  ])('refuses %s', async (_, name, expected) => {
    const key = name === null ? null : (keys[name] ?? name)
    expect(await statusWith(row, key)).toBe(expected)
  })

  it('takes no key from the address', async () => {
    const key = keys[access] ?? ''
    const query = `?api_key=${key}&key=${key}&X-API-KEY=${key}&LB-API-KEY=${key}`
    expect(await statusWith(row, null, query)).toBe(401)
  })

  it('lets the right key in', async () => {
    expect([200, 404, 422]).toContain(await statusWith(row, keys[access] ?? ''))
  })
})

it('nothing is served that is not in here', () => {
  const known = new Set([
    ...routes.map(({ method, path }) => `${method.toUpperCase()} /api${path}`),
    ...legacyRoutes.flatMap(({ path }) => [`POST /api${path}`, `GET /api${path}`]),
    'GET /api/openapi.json',
    'GET /api/docs',
  ])
  const served = api.app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`)
  expect([...new Set(served)].filter((route) => !known.has(route))).toEqual([])
})

it.each(['PATCH', 'OPTIONS', 'PUT', 'DELETE'])('%s opens nothing by the way', async (method) => {
  for (const path of ['/external/license/activate', '/internal/connection-check', '/download/x']) {
    const status = await statusWith({ access: 'public', method, path }, keys.internal ?? '')
    expect([403, 404]).toContain(status)
  }
})
