import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { oldError, oldRefusal } from '../../../src/api/legacy/answers'
import { errorAnswer, refusalAnswer } from '../../../src/api/openapi/answers'
import { pathOf } from '../../../src/api/openapi/path'
import { sample } from '../../../src/api/openapi/samples'
import { describedCalls } from '../../../src/api/routes/described'
import type { DescribedCall, Example } from '../../../src/api/routes/route'
import { openApi, type TestApi } from './support/api'
import { createSampleData, type SampleData } from './support/sampleData'

let api: TestApi
let data: SampleData
/** By the example before. */
let isChanged = false

beforeAll(async () => {
  api = await openApi()
  data = await createSampleData(api)
})
afterAll(() => api.close())

const examples = describedCalls.flatMap((route) =>
  route.docs.examples.map((example) => ({ example, name: nameOf(route, example), route })),
)

function nameOf(route: DescribedCall, { title }: Example): string {
  return `${route.method.toUpperCase()} ${pathOf(route)}: ${title}`
}

/** Examples name things by made-up ids and tokens; the database has its own. */
function real<T>(value: T): T {
  const text = JSON.stringify(value)
    .replaceAll(sample.token, data.token)
    .replaceAll(sample.id, data.activationId)
  return JSON.parse(text) as T
}

/** What differs from call to call, by what it looks like. */
function alike(value: unknown): unknown {
  const kinds: [RegExp, string][] = [
    [/^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/, 'an id'],
    [/^\d{4}-\d\d-\d\dT[\d:]+\.\d{3}Z$/, 'a moment'],
    [/^[\da-f]{64}$/, 'a checksum'],
    [/^lm1\.[\w-]+\.[\w-]{43}$/, 'a token of an activation'],
    [/^[\w-]{43}$/, 'a token'],
    [/^http:\/\/localhost:3000\/api\/download\/[\w-]{43}$/, 'a link'],
    [/^[\w-]{12}$/, 'the id of a key'],
    [/^[\w+/]{4,}={0,2}$/, 'base64'],
    [/^-----BEGIN LICENSE FILE-----\n[^]*\n-----END LICENSE FILE-----\n$/, 'a certificate'],
  ]
  if (typeof value === 'string') {
    const kind = kinds.find(([pattern]) => pattern.test(value))
    // Names of things look like base64 as well.
    return kind && (kind[1] !== 'base64' || value.length > 30) ? kind[1] : value
  }
  if (Array.isArray(value)) return value.map(alike)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, alike(part)]))
}

async function make(
  route: DescribedCall,
  { body, headers, path, query }: Example,
): Promise<Response> {
  const given = real({ ...path })
  const address = pathOf(route).replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(given[name] ?? ''),
  )
  const key = route.access === 'public' ? undefined : api.keys[route.access]
  return api.app.fetch(
    new Request(`http://localhost/api${address}${query ? `?${new URLSearchParams(query)}` : ''}`, {
      body: body && JSON.stringify(real(body)),
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(key ? { 'x-api-key': key } : {}),
        'x-test-connection': '192.0.2.1',
        ...headers,
      },
      method: route.method.toUpperCase(),
    }),
  )
}

it('every call has an example', () => {
  expect(describedCalls.filter(({ docs }) => docs.examples.length === 0)).toEqual([])
})

describe('the examples of the reference', () => {
  it.each(examples)('$name', async ({ example, route }) => {
    if (isChanged) await data.reset()
    isChanged = route.method !== 'get' && !route.path.includes('/update/')
    if (route.method === 'post' && /\/(?:product-licenses|create_license)$/.test(route.path)) {
      await api.payload.delete({
        collection: 'licenses',
        where: { code: { equals: sample.code } },
      })
    }
    if (route.method === 'post' && route.path.includes('/activated-product-activations/')) {
      await api.call('DELETE', `/internal/activated-product-activations/${data.activationId}`)
    }
    const response = await make(route, example)
    expect(response.status).toBe(example.status ?? 200)
    if (example.answer === undefined) {
      expect(response.headers.get('content-length')).toBe('20')
      expect((await response.arrayBuffer()).byteLength).toBe(20)
      return
    }
    const answer: unknown = await response.json()
    expect(alike(answer)).toEqual(alike(example.answer))
    const { answer: good, deprecated } = route.docs
    const bad = z.union(deprecated ? [oldError, oldRefusal] : [errorAnswer, refusalAnswer])
    const schema = typeof good === 'string' ? bad : z.union([good, bad])
    expect(schema.safeParse(answer).error?.message).toBeUndefined()
  })
})
