import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { legacyNames } from '../../../src/api/legacy/names'
import { openApi, type TestApi } from '../api/support/api'
import {
  hostileBody,
  hostileText,
  hostileValue,
  inputs,
  seed,
  wellFormed,
} from '../../support/hostile'

type Schema = { properties?: Record<string, unknown> }
type Operation = {
  operationId: string
  parameters?: { in: string; name: string }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  security: Record<string, unknown>[]
}
type Call = { access: string; method: string; operation: Operation; path: string }

/** Stands in what only a right opens: whoever gets to read it without one has found a hole. */
const secret = 'only-for-those-with-a-key'

let api: TestApi
let calls: Call[]

beforeAll(async () => {
  api = await openApi()
  await api.createLicense({ code: 'KNOWN', comments: secret, email: `${secret}@example.com` })
  await api.payload.create({
    collection: 'customers',
    data: { email: 'known@example.com', name: secret, password: 'a long enough password' },
  })
  await api.saveSettings({ rateLimitPerMinute: 1_000_000 })
  const answer = await api.app.fetch(new Request('http://localhost/api/openapi.json'))
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, Operation>> }
  calls = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      access: Object.keys(operation.security[0] ?? { public: [] })[0] ?? 'public',
      method: method.toUpperCase(),
      operation,
      path,
    })),
  )
})
afterAll(() => api.close())

const person = fc.constantFrom('external', 'internal', 'nobody', 'stranger')

const knownValue = fc.constantFrom('KNOWN', 'TIDEMARK', '1.0', 'main', 'known@example.com')
const pathValue = fc.oneof(knownValue, hostileText)

const input = fc.record({
  body: fc.oneof(
    { arbitrary: fc.constant(null), weight: 6 },
    { arbitrary: hostileBody, weight: 1 },
  ),
  call: fc.nat(),
  contentType: fc.constantFrom(
    'application/json',
    'application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'text/plain',
  ),
  extra: fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'toString'), hostileValue),
  fields: fc.infiniteStream(fc.oneof(knownValue, hostileValue)),
  header: fc.constantFrom('', 'https://example.com', '\u00ff', 'x'.repeat(5000), '::1', '10.0.0.1'),
  parameters: fc.infiniteStream(pathValue),
  who: person,
})

type Input = {
  body: null | string
  call: number
  contentType: string
  extra: Record<string, unknown>
  fields: fc.Stream<unknown>
  header: string
  parameters: fc.Stream<string>
  who: string
}

let address = 0

async function send({ body, call, contentType, extra, fields, header, parameters, who }: Input) {
  const { access, method, operation, path } = calls[call % calls.length] as Call
  const next = () => wellFormed(parameters.next().value)
  const query = new URLSearchParams()
  for (const { in: where, name } of operation.parameters ?? []) {
    if (where === 'query') query.set(name, next())
  }
  const filled = path.replace(/\{\w+\}/g, () => encodeURIComponent(next()) || 'x')
  const schema = Object.values(operation.requestBody?.content ?? {})[0]?.schema
  const values = Object.fromEntries(
    Object.keys(schema?.properties ?? {}).map((name) => [name, fields.next().value]),
  )
  const key = {
    external: api.keys.external,
    internal: api.keys.internal,
    nobody: '',
    stranger: 'lm_int_0000000000000000000000000000000000000000',
  }[who]
  const response = await api.app.fetch(
    new Request(`http://localhost/api${filled}?${query}`, {
      body: method === 'GET' ? undefined : (body ?? JSON.stringify({ ...values, ...extra })),
      headers: {
        'content-type': contentType,
        'x-api-ip': header,
        'x-api-url': header,
        'x-test-connection': `10.${(address += 1) % 250}.${(address >> 8) % 250}.1`,
        ...(key ? { 'x-api-key': key } : {}),
      },
      method,
    }),
  )
  const text = await response.text()
  return {
    access,
    hasRight: access === 'public' || access === who,
    response,
    text,
    what: `${method} ${path}`,
  }
}

// A busy machine needs minutes for all of them.
const patience = 600_000

describe('whatever is sent to the licensing API', () => {
  it('calls of old software are among it', () => {
    const names = calls.map(({ path }) => path.split('/')[1])
    expect(names).toEqual(expect.arrayContaining([...legacyNames]))
  })

  it(
    'it never fails inside, tells nothing of its insides, and nothing without the right key',
    async () => {
      const seen = new Set<string>()
      await fc.assert(
        fc.asyncProperty(input, async (one) => {
          const { hasRight, response, text, what } = await send(one)
          seen.add(what)
          expect(`${what}: ${response.status}`).not.toMatch(/: 5\d\d$/)
          expect(text).not.toMatch(/node_modules|\bat .+:\d+:\d+|select .+ from |\/src\//i)
          if (!hasRight) {
            expect(`${what}: ${response.status}`).toMatch(/: (400|401|403|404|413|429)$/)
            expect(text).not.toContain(secret)
          }
        }),
        { endOnFailure: true, numRuns: Math.ceil(inputs * 0.6), seed },
      )
      if (inputs >= 10_000) expect(seen.size).toBe(calls.length)
      expect((await api.call('GET', '/health-check')).status).toBe(200)
      expect(({} as Record<string, unknown>).isAdmin).toBeUndefined()
    },
    patience,
  )
})
