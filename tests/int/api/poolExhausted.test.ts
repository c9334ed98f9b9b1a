import type pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'

import { type Answer, from, openApi, type TestApi } from './support/api'

/** All connections of the pool are taken, and by whatever holds them not given back. Hosts set up their pool as they like. */
const callers = 200
let api: TestApi
let code: string
let held: pg.PoolClient[] = []
let pool: pg.Pool

beforeAll(async () => {
  api = await openApi()
  ;({ pool } = api.payload.db as unknown as { pool: pg.Pool })
  ;({ code } = await api.createLicense({ parallelUses: callers + 10 }))
})
afterEach(release)
afterAll(() => api.close())

const activate = (domain: string) =>
  api.call('POST', '/external/license/activate', {
    body: { license_code: code, product_id: 'TIDEMARK' },
    headers: from(domain),
  })

it.each([
  ['as this app has it', null],
  ['of a host, which waits for ever', 0],
])(
  'with a pool %s, 200 callers hear 503 within 5 seconds, and get their activation when there are connections again',
  async (name, connectionTimeoutMillis) => {
    if (connectionTimeoutMillis !== null) Object.assign(pool.options, { connectionTimeoutMillis })
    expect((await activate('before.example')).status).toBe(200)
    const before = free()
    held = await Promise.all(Array.from({ length: free() }, () => pool.connect()))
    const timed = async (index: number): Promise<Answer & { ms: number }> => {
      const started = performance.now()
      const answer = await activate(`crowd-${index}.example`)
      return { ...answer, ms: performance.now() - started }
    }
    const answers = await Promise.all(Array.from({ length: callers }, (_, index) => timed(index)))
    for (const { body, headers, ms, status } of answers) {
      expect([name, status]).toEqual([name, 503])
      expect(headers.get('retry-after')).toBe('5')
      expect(body).toMatchObject({ errors: {}, status: false })
      expect(ms).toBeLessThan(5000)
    }
    release()
    expect(await activate('after.example')).toMatchObject({
      body: { is_active: true },
      status: 200,
    })
    // What still waited has had its turn and gave back what it got.
    await expect.poll(() => [pool.waitingCount, free()]).toEqual([0, before])
  },
)

/** How many connections there are to have. Payload keeps one, for good. */
function free(): number {
  return pool.options.max - (pool.totalCount - pool.idleCount)
}

function release(): void {
  for (const client of held) client.release()
  held = []
}
