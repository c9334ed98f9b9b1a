import { afterAll, beforeAll, expect, it } from 'vitest'

import { from, openApi, type TestApi } from './support/api'
import { type ServerProcess, startServer } from './support/servers'

const startMs = 120_000
const calls = 200

let api: TestApi
let servers: ServerProcess[] = []

beforeAll(async () => {
  api = await openApi()
  servers = await Promise.all([startServer(api.databaseUrl), startServer(api.databaseUrl)])
}, startMs)
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()))
  await api.close()
})

const post = async (index: number, path: string, body: object, headers: object) => {
  const response = await fetch(`${servers[index % servers.length]?.url}${path}`, {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'x-api-key': api.keys.external, ...headers },
    method: 'POST',
  })
  return { body: (await response.json()) as Record<string, unknown>, status: response.status }
}

const activateAtOnce = (code: string, domain: (index: number) => string) =>
  Promise.all(
    Array.from({ length: calls }, (_, index) =>
      post(
        index,
        '/external/license/activate',
        { license_code: code, product_id: 'TIDEMARK' },
        from(domain(index)),
      ),
    ),
  )

const activeOf = (code: string) =>
  api.payload.find({
    collection: 'activations',
    pagination: false,
    where: { and: [{ licenseCode: { equals: code } }, { isActive: { equals: true } }] },
  })

it(
  'keeps the limit when two servers get 200 activations at once',
  async () => {
    const { code } = await api.createLicense({ parallelUses: 7 })
    const answers = await activateAtOnce(code, (index) => `shop${index}.example`)
    // Who waits too long is told to come again.
    const settled = answers.filter(({ status }) => status === 200)
    const activated = settled.filter(({ body }) => body.is_active)
    const refused = settled.filter(({ body }) => body.code === 'limit_reached')
    expect(answers.every(({ status }) => status === 200 || status === 503)).toBe(true)
    expect(activated).toHaveLength(7)
    expect(refused).toHaveLength(settled.length - 7)
    expect((await activeOf(code)).docs).toHaveLength(7)
  },
  startMs,
)

it(
  'makes one activation of 200 calls of one installation',
  async () => {
    const { code } = await api.createLicense({ parallelUses: 1 })
    const answers = await activateAtOnce(code, () => 'one.example')
    const tokens = answers
      .filter(({ status }) => status === 200)
      .map(({ body }) => body.lic_response)
    expect(new Set(tokens)).toEqual(new Set([expect.any(String)]))
    expect((await activeOf(code)).docs).toHaveLength(1)
  },
  startMs,
)
