import type pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'

import {
  countActive,
  expectIntact,
  expectUnavailable,
  type Query,
  queryOf,
} from '../../support/intact'
import { type Answer, from, openApi, type TestApi } from './support/api'

/** All connections of the pool are taken, and by whatever holds them not given back. Hosts set up their pool as they like. */
const callers = 200
const limit = 20
let api: TestApi
let held: pg.PoolClient[] = []
let pool: pg.Pool
let query: Query

beforeAll(async () => {
  api = await openApi()
  query = queryOf(api.databaseUrl)
  ;({ pool } = api.payload.db as unknown as { pool: pg.Pool })
})
afterEach(release)
afterAll(() => api.close())

it.each([
  ['as this app has it', null],
  ['of a host, which waits for ever', 0],
])(
  'with a pool %s, 200 callers hear 503 within 5 seconds, and get their activation when there are connections again',
  async (name, connectionTimeoutMillis) => {
    if (connectionTimeoutMillis !== null) Object.assign(pool.options, { connectionTimeoutMillis })
    const { code } = await api.createLicense({ parallelUses: limit })
    const other = await api.createLicense()
    const activate = (domain: string, licenseCode = code) =>
      api.call('POST', '/external/license/activate', {
        body: { license_code: licenseCode, product_id: 'TIDEMARK' },
        headers: from(domain),
      })
    expect((await activate('before.example')).status).toBe(200)
    const before = free()
    held = await Promise.all(Array.from({ length: free() }, () => pool.connect()))
    const timed = async (domain: string): Promise<Answer & { ms: number }> => {
      const started = performance.now()
      const answer = await activate(domain)
      return { ...answer, ms: performance.now() - started }
    }
    const crowd = Array.from({ length: callers }, (_, index) => `crowd-${index}.example`)
    for (const { ms, ...answer } of await Promise.all(crowd.map(timed))) {
      expectUnavailable(answer)
      expect(ms).toBeLessThan(5000)
    }
    release()
    expect(await activate('after.example', other.code)).toMatchObject({
      body: { is_active: true },
      status: 200,
    })
    // What still waited has had its turn and gave back what it got.
    await expect.poll(() => [pool.waitingCount, free()]).toEqual([0, before])
    await expectIntact(query, code, ['before.example'])
    const acknowledged = ['before.example']
    for (const [domain, { body, status }] of await comeAgain(crowd, activate)) {
      expect([name, status]).toEqual([name, 200])
      if (body.is_active === true) acknowledged.push(domain)
      else expect(body.code).toBe('limit_reached')
    }
    // Whoever holds a slot knows of it by now, and there is none left.
    expect(acknowledged).toHaveLength(limit)
    expect(await countActive(query, code)).toBe(limit)
    await expectIntact(query, code, acknowledged)
    await expect.poll(() => [pool.waitingCount, free()]).toEqual([0, before])
  },
)

/** All at once, and whoever hears 503 once more after it. */
async function comeAgain(
  domains: string[],
  activate: (domain: string) => Promise<Answer>,
): Promise<(readonly [domain: string, answer: Answer])[]> {
  const all = await Promise.all(
    domains.map(async (domain) => [domain, await activate(domain)] as const),
  )
  const busy = all.filter(([, { status }]) => status === 503)
  for (const [, answer] of busy) expectUnavailable(answer)
  const rest = all.filter(([, { status }]) => status !== 503)
  if (busy.length === 0) return rest
  return [
    ...rest,
    ...(await comeAgain(
      busy.map(([domain]) => domain),
      activate,
    )),
  ]
}

/** How many connections there are to have. Payload keeps one, for good. */
function free(): number {
  return pool.options.max - (pool.totalCount - pool.idleCount)
}

function release(): void {
  for (const client of held) client.release()
  held = []
}
