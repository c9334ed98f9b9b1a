import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'

import { holdingLock, raceBehindLock } from './support/lock'
import { openLicensing, type TestLicensing } from './support/licensing'

/**
 * Hosts set up their servers as they like. Under a stricter default isolation a transaction that waited for the lock would go on
 * to count what was there before the wait; and without limits of our own it would wait as long as somebody holds the row.
 */
const callers = 30
const limit = 4
let test: TestLicensing

beforeAll(async () => {
  test = await openLicensing()
})
afterAll(() => test.close())
afterEach(() => onEveryConnection('reset all'))

it.each(['repeatable read', 'serializable'])(
  'the limit is exact on a server whose default isolation is %s',
  async (isolation) => {
    const license = await test.createLicense({ parallelUses: limit })
    await onEveryConnection(`set default_transaction_isolation = '${isolation}'`)
    const results = await raceBehindLock({
      calls: Array.from({ length: callers }, (_, index) => () => {
        return test.activated(license, `site${index}.example.com`)
      }),
      licenseId: license.id,
      pool: test.pool,
    })
    expect(await test.activeCount(license)).toBe(limit)
    const refusals = results.flatMap((result) =>
      result.status === 'rejected' ? [String(result.reason)] : [],
    )
    expect(refusals).toEqual(
      Array.from({ length: callers - limit }, () => 'Error: refused: limit_reached'),
    )
  },
)

it('a caller hears in seconds that the lock is not to be had, and nothing is written', async () => {
  const license = await test.createLicense()
  await onEveryConnection('set lock_timeout = 0')
  await holdingLock(test.pool, license.id, async () => {
    const answer = test.activated(license, 'example.com').catch((error: unknown) => error)
    const tooLate = sleep(10_000, 'still waiting')
    expect(await Promise.race([answer, tooLate])).toMatchObject({ cause: { code: '55P03' } })
  })
  expect(await test.activeCount(license)).toBe(0)
})

/** Runs a statement on every connection of the pool. */
async function onEveryConnection(statement: string): Promise<void> {
  const clients = await Promise.all(
    Array.from({ length: test.pool.totalCount }, () => test.pool.connect()),
  )
  for (const client of clients) {
    await client.query(statement)
    client.release()
  }
}
