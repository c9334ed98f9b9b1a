import { createHash } from 'node:crypto'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { legacyNames } from '../../../src/api/legacy/names'
import { pathOf } from '../../../src/api/openapi/path'
import { describedCalls } from '../../../src/api/routes/described'
import { openApi, type TestApi } from './support/api'

let api: TestApi
type Operation = {
  deprecated?: boolean
  parameters: { in: string; name: string }[]
  requestBody?: { content: Record<string, { schema: { properties: object } }> }
  responses: Record<string, unknown>
  security: object[]
  tags: string[]
}
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> }

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const fetchDocument = async () =>
  (await api.call('GET', '/openapi.json', { key: null })).body as unknown as Document

it('describes every call, and no other', async () => {
  const { openapi, paths } = await fetchDocument()
  expect(openapi).toBe('3.1.0')
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method} ${path}`),
  )
  expect(described.sort()).toEqual(
    describedCalls.map((route) => `${route.method} ${pathOf(route)}`).sort(),
  )
})

it('names every parameter of a path, the key, and the answers', async () => {
  const { paths } = await fetchDocument()
  for (const route of describedCalls) {
    const operation = paths[pathOf(route)]?.[route.method]
    const named = operation?.parameters.filter(({ in: place }) => place === 'path') ?? []
    const inPath = [...pathOf(route).matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(named.map(({ name }) => name)).toEqual(inPath)
    expect(operation?.security).toEqual(route.access === 'public' ? [] : [{ [route.access]: [] }])
    expect(Object.keys(operation?.responses ?? {})).toContain('429')
  }
})

it('describes bodies by the schemas that check them', async () => {
  const { paths } = await fetchDocument()
  const bodyOf = (path: string, method: string, type = 'application/json') =>
    Object.keys(paths[path]?.[method]?.requestBody?.content[type]?.schema.properties ?? {})
  expect(bodyOf('/external/license/activate', 'post')).toEqual(
    expect.arrayContaining(['license_code', 'product_id', 'verify_type', 'fingerprint']),
  )
  const versions = '/internal/products/{reference}/versions'
  expect(bodyOf(versions, 'post', 'multipart/form-data')).toEqual(
    expect.arrayContaining(['version', 'main_file', 'sql_file']),
  )
})

it('describes every call of old software as deprecated, in a group of its own', async () => {
  const { paths } = await fetchDocument()
  const deprecated = Object.entries(paths).filter(([, operations]) =>
    Object.values(operations).some((operation) => operation.deprecated),
  )
  expect(deprecated.map(([path]) => path.split('/')[1]).sort()).toEqual([...legacyNames].sort())
  for (const [path, operations] of Object.entries(paths)) {
    for (const { deprecated = false, responses, tags } of Object.values(operations)) {
      expect([path, tags]).toEqual([
        path,
        deprecated ? ['Old software'] : [expect.not.stringMatching('Old')],
      ])
      expect(JSON.stringify(responses).includes('schemas/Error')).toBe(!deprecated)
    }
  }
})

it('describes the bodies of old software by the schemas of today, in its names', async () => {
  const { paths } = await fetchDocument()
  const fieldsOf = (path: string, method = 'post') =>
    (paths[path]?.[method]?.requestBody?.content['application/json']?.schema.properties ??
      {}) as Record<string, { description?: string }>
  expect(fieldsOf('/activate_license')).toEqual(fieldsOf('/external/license/activate'))
  const { parallel_uses: today } = fieldsOf('/internal/product-licenses/{id}', 'put')
  const { license_code: code, ...changes } = fieldsOf('/edit_license')
  expect(code).toEqual({ maxLength: 255, minLength: 1, type: 'string' })
  expect(changes.license_parallel_uses).toEqual(today)
  expect(changes.client_email?.description).toBe(
    'Finds the customer where there is no client_name.',
  )
  expect(Object.keys(fieldsOf('/get_product'))).toEqual(['product_id'])
  expect(fieldsOf('/get_products')).toEqual({})
})

it('explains fields only where there are any', () => {
  for (const { docs, path } of describedCalls) {
    const { body, fields, query } = docs
    if (!fields) continue
    expect([path, Boolean(body ?? query)]).toEqual([path, true])
  }
})

it('is open to other sites and says nothing secret', async () => {
  const { headers, body } = await api.call('GET', '/openapi.json', { key: null })
  expect(headers.get('access-control-allow-origin')).toBe('*')
  expect(JSON.stringify(body)).not.toMatch(/lm_(?:ext|int)_/)
})

it('has a page without scripts, whose policy lets in its own style only', async () => {
  const response = await api.app.fetch(new Request('http://localhost/api/docs'))
  const html = await response.text()
  const policy = response.headers.get('content-security-policy') ?? ''
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'text/html; charset=UTF-8',
  ])
  expect(html).not.toMatch(/<script|\son\w+=|style="|javascript:|src=|@import|url\(/i)
  const style = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? ''
  const hash = createHash('sha256').update(style).digest('base64')
  expect(policy).toContain(`style-src 'sha256-${hash}'`)
  expect(policy).toContain("default-src 'none'")
  for (const route of describedCalls)
    expect(html).toContain(route.docs.summary.replaceAll("'", '&#39;').replaceAll('"', '&quot;'))
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  expect(targets.sort()).toEqual(ids.sort())
})
