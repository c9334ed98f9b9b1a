import { afterAll, beforeAll, expect, it } from 'vitest'

import {
  countActive,
  expectIntact,
  expectUnavailable,
  type Query,
  queryOf,
} from '../../support/intact'
import { from, openApi, type TestApi } from './support/api'
import { type ServerProcess, startServer } from './support/servers'

const startMs = 120_000
const calls = 200

let api: TestApi
let query: Query
let servers: ServerProcess[] = []

beforeAll(async () => {
  api = await openApi()
  query = queryOf(api.databaseUrl)
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
  const answer = (await response.json()) as Record<string, unknown>
  return { body: answer, headers: response.headers, status: response.status }
}

type Answered = Awaited<ReturnType<typeof post>>

/** Who waits too long is told to come again: the others, each with the installation that it is about. */
async function activateAtOnce(code: string, domainOf: (index: number) => string) {
  const all = await Promise.all(
    Array.from({ length: calls }, async (_, index): Promise<Answered & { domain: string }> => {
      const domain = domainOf(index)
      const body = { license_code: code, product_id: 'TIDEMARK' }
      return { ...(await post(index, '/external/license/activate', body, from(domain))), domain }
    }),
  )
  for (const answer of all) if (answer.status !== 200) expectUnavailable(answer)
  return all.filter(({ status }) => status === 200)
}

/** Who was told so is active, nobody else is, the log says so once, and no process holds anything open. */
async function expectAsTold(code: string, acknowledged: string[]): Promise<void> {
  await expectIntact(query, code, acknowledged)
  expect(await countActive(query, code)).toBe(acknowledged.length)
  for (const { url } of servers) expect((await fetch(`${url}/health-check`)).status).toBe(200)
}

it(
  'keeps the limit when two servers get 200 activations at once',
  async () => {
    const { code } = await api.createLicense({ parallelUses: 7 })
    const settled = await activateAtOnce(code, (index) => `shop${index}.example`)
    const activated = settled.filter(({ body }) => body.is_active)
    const refused = settled.filter(({ body }) => body.code === 'limit_reached')
    expect(activated).toHaveLength(7)
    expect(refused).toHaveLength(settled.length - 7)
    await expectAsTold(
      code,
      activated.map(({ domain }) => domain),
    )
  },
  startMs,
)

it(
  'makes one activation of 200 calls of one installation',
  async () => {
    const { code } = await api.createLicense({ parallelUses: 1 })
    const settled = await activateAtOnce(code, () => 'one.example')
    const tokens = settled.map(({ body }) => body.lic_response)
    expect(new Set(tokens)).toEqual(new Set([expect.any(String)]))
    await expectAsTold(code, ['one.example'])
  },
  startMs,
)
