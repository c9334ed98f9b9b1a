import { readdir } from 'node:fs/promises'

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { legacyNames } from '../../../src/api/legacy/names'
import { pathOnDisk } from '../../../src/storage/disk'
import { from, openApi, type TestApi } from '../api/support/api'
import { inputs, seed, wellFormed } from '../../support/hostile'
import {
  countActive,
  expectAcknowledged,
  expectLogged,
  expectNoTransaction,
  expectWithinLimits,
  queryOf,
} from '../../support/intact'
import { input, type Input, meantFor } from './support/licensing'

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

/** The licence of somebody whose software does nothing wrong meanwhile. */
const quiet = { license_code: 'QUIET', product_id: 'OTHER' }
const limit = 7
const quietDomain = fc.nat(20).map((index) => `quiet-${index}.example`)

let api: TestApi
let calls: Call[]

beforeAll(async () => {
  api = await openApi()
  const email = `${secret}@example.com`
  await api.createLicense({ code: 'KNOWN', comments: secret, email, parallelUses: limit })
  const product = { name: 'Of another', referenceId: quiet.product_id }
  const { id } = await api.payload.create({ collection: 'products', data: product })
  await api.createLicense({ code: quiet.license_code, parallelUses: limit, product: id })
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

/** What the document describes. The key is none of them: who calls is chosen apart. */
const describedHeaders = [
  'Idempotency-Key',
  'X-API-DETAILS',
  'X-API-FINGERPRINT',
  'X-API-IP',
  'X-API-LANGUAGE',
  'X-API-URL',
]

let address = 0

async function send({ isMeant, who: whoever, ...sent }: Input) {
  const { body, call, contentType, extra, fields, headers, parameters } = sent
  const { access, method, operation, path } = calls[call % calls.length] as Call
  const who = isMeant ? access : whoever
  const next = () => wellFormed(parameters.next().value)
  const query = new URLSearchParams()
  const described: Record<string, string> = {}
  for (const { in: where, name } of operation.parameters ?? []) {
    if (where === 'query') query.set(name, next())
    if (where === 'header') described[name] = String(headers.next().value)
  }
  const filled = path.replace(/\{\w+\}/g, () => encodeURIComponent(next()) || 'x')
  const schema = Object.values(operation.requestBody?.content ?? {})[0]?.schema
  const values = Object.fromEntries(
    Object.keys(schema?.properties ?? {}).map((name) => [
      name,
      isMeant ? meantFor(name) : fields.next().value,
    ]),
  )
  const key = {
    external: api.keys.external,
    internal: api.keys.internal,
    nobody: '',
    public: '',
    stranger: 'lm_int_0000000000000000000000000000000000000000',
  }[who]
  const response = await api.app.fetch(
    new Request(`http://localhost/api${filled}?${query}`, {
      body: method === 'GET' ? undefined : (body ?? JSON.stringify({ ...values, ...extra })),
      headers: {
        'content-type': contentType,
        ...described,
        'x-test-connection': `10.${(address += 1) % 250}.${(address >> 8) % 250}.1`,
        ...(key ? { 'x-api-key': key } : {}),
      },
      method,
    }),
  )
  const text = await response.text()
  return {
    access,
    described: Object.keys(described),
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
    'it never fails inside, tells nothing of its insides, and nothing without the right key; who does nothing wrong notices nothing',
    async () => {
      const acknowledged = new Set<string>()
      const headers = new Set<string>()
      const seen = new Set<string>()
      await fc.assert(
        fc.asyncProperty(input, quietDomain, async (one, domain) => {
          const [{ described, hasRight, response, text, what }, isActive] = await Promise.all([
            send(one),
            install(domain),
          ])
          seen.add(what)
          for (const name of described) headers.add(name)
          expect(`${what}: ${response.status}`).not.toMatch(/: 5\d\d$/)
          expect(text).not.toMatch(/node_modules|\bat .+:\d+:\d+|select .+ from |\/src\//i)
          if (!hasRight) {
            expect(`${what}: ${response.status}`).toMatch(/: (400|401|403|404|413|429)$/)
            expect(text).not.toContain(secret)
          }
          expect(isActive).toBe(acknowledged.has(domain) || acknowledged.size < limit)
          if (isActive) acknowledged.add(domain)
        }),
        { endOnFailure: true, numRuns: Math.ceil(inputs * 0.6), seed },
      )
      if (inputs >= 10_000) expect(seen.size).toBe(calls.length)
      expect([...headers].sort()).toEqual(describedHeaders)
      expect((await api.call('GET', '/health-check')).status).toBe(200)
      expect(({} as Record<string, unknown>).isAdmin).toBeUndefined()
      expect(acknowledged.size).toBe(limit)
      await expectIntact([...acknowledged])
    },
    patience,
  )
})

/** Installs under the licence that nobody attacks. */
async function install(domain: string): Promise<unknown> {
  const { body, status } = await api.call('POST', '/external/license/activate', {
    body: quiet,
    headers: from(domain),
  })
  expect(status).toBe(200)
  return body.is_active
}

/** Nobody has what they were not told, or more than the limit; each change was logged once; nothing is open or half received. */
async function expectIntact(acknowledged: string[]): Promise<void> {
  const query = queryOf(api.databaseUrl)
  await expectAcknowledged(query, quiet.license_code, acknowledged)
  expect(await countActive(query, quiet.license_code)).toBe(limit)
  // Who has a key may activate: that some did is what makes the rest worth asking.
  const made = `select 1 from activity_log g join licenses l on l.id::text = g.license_id
    where g.event = 'activation.created' and l.code = 'KNOWN'`
  expect((await query(made)).length).toBeGreaterThan(0)
  await expectWithinLimits(query)
  await expectLogged(query)
  await expectNoTransaction(query)
  const incoming = pathOnDisk(api.payload, 'release-files', '.incoming')
  expect(await readdir(incoming).catch(() => [])).toEqual([])
}
