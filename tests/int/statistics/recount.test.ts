import { sql } from '@payloadcms/db-postgres/drizzle'
import fc from 'fast-check'
import type { Payload } from 'payload'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { chores } from '../../../src/jobs/chores'
import { advisoryLocks } from '../../../src/database/advisoryLocks'
import type { Queryable } from '../../../src/licensing/types'
import { recount } from '../../../src/statistics/recount'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { plainCounts, storedCounts } from './support/plainCounts'
import { live, now, steps } from './support/world'

/** The dashboard's figures are what anybody would count, whatever happened before and whoever counts at the same time. */
let payload: Payload
let product: string
let test: TestPayload

beforeAll(async () => {
  // A zone whose day is another than the UTC one for most of it.
  process.env.PGOPTIONS = '-c timezone=Pacific/Kiritimati'
  test = await createTestPayload()
  ;({ payload } = test)
  const made = await payload.create({ collection: 'products', data: { name: 'P' } })
  product = made.id
})
afterAll(() => test.close())
beforeEach(empty)

const db = () => (payload.db as unknown as { drizzle: Queryable }).drizzle

async function empty(): Promise<void> {
  for (const table of ['activations', 'licenses', 'customers', 'failed_attempts', 'statistics']) {
    await db().execute(sql`delete from ${sql.identifier(table)}`)
  }
}

async function rowsOf(query: ReturnType<typeof sql>) {
  return (await db().execute(query)).rows
}

const createLicense = (data: object = {}) =>
  payload.create({ collection: 'licenses', data: { product, ...data } as never })

describe('statistics', () => {
  it('are counted by UTC days on a connection with another time zone', async () => {
    expect(await rowsOf(sql`select current_setting('timezone') as zone`)).toEqual([
      { zone: 'Pacific/Kiritimati' },
    ])
  })

  it('equal the plain count after anything that happened, and again after more', async () => {
    await fc.assert(
      fc.asyncProperty(steps, steps, async (first, second) => {
        await empty()
        for (const part of [first, second]) {
          await live(payload, product, part)
          await recount(payload, now)
          expect(await storedCounts(payload)).toEqual(await plainCounts(payload, now))
        }
      }),
      { numRuns: 25, seed: 20_261_124 },
    )
  }, 240_000)

  it('of an empty database are zeros, without a day', async () => {
    await recount(payload, now)
    const stored = await storedCounts(payload)
    expect(stored).toEqual(await plainCounts(payload, now))
    expect(Object.keys(stored).filter((key) => key.includes('ByDay'))).toEqual([])
  })

  it('follow a licence that expires between two counts, though nobody touched it', async () => {
    const expiresAt = '2026-03-31T12:00:00.000Z'
    await createLicense({ expiresAt })
    const states: unknown[] = []
    for (const moment of ['2026-03-31T11:59:00Z', expiresAt, '2026-03-31T12:00:00.001Z']) {
      await recount(payload, new Date(moment))
      const stored = await storedCounts(payload)
      states.push([stored['licenses/active'], stored['licenses/expired']])
    }
    // In the very moment that it expires in it is still active, as it is to the licensing API.
    expect(states).toEqual([
      [1, 0],
      [1, 0],
      [0, 1],
    ])
  })

  it('forget days and reasons that nothing is left of', async () => {
    const attempt = { action: 'activate', createdAt: now.toISOString(), reason: 'expired' }
    await payload.db.create({ collection: 'failed-attempts', data: attempt })
    await recount(payload, now)
    const before = await storedCounts(payload)
    expect(before['failedAttemptsByDay/2026-03-31']).toBe(1)
    expect(before['failedAttemptsByReason/expired']).toBe(1)
    await db().execute(sql`delete from failed_attempts`)
    await recount(payload, now)
    const keys = Object.keys(await storedCounts(payload))
    expect(keys.filter((key) => /ByDay|ByReason/.test(key))).toEqual([])
  })

  it('leave rows of others and rows that stay the same alone', async () => {
    await db().execute(
      sql`insert into statistics (metric, bucket, value) values ('hostMetric', 'x', 7)`,
    )
    await createLicense()
    await recount(payload, now)
    const first = await rowsOf(sql`select ctid, * from statistics where metric <> 'counted'`)
    await recount(payload, new Date(now.getTime() + 1))
    const second = await rowsOf(sql`select ctid, * from statistics where metric <> 'counted'`)
    expect(second).toEqual(first)
    expect(await storedCounts(payload)).toMatchObject({ 'hostMetric/x': 7 })
  })

  it('are kept by a chore of the worker', async () => {
    await createLicense()
    const chore = chores.find(({ name }) => name === 'countStatistics')
    await chore?.run(payload, new AbortController().signal)
    const stored = await storedCounts(payload)
    const at = stored['counted/at'] ?? 0
    expect(Math.abs(Date.now() - at)).toBeLessThan(60_000)
    expect(stored).toEqual(await plainCounts(payload, new Date(at)))
  })
})

describe('two counts at once', () => {
  it('give what one gives, and leave nothing behind', async () => {
    await live(payload, product, fc.sample(steps, { numRuns: 3, seed: 7 }).flat())
    await Promise.all(Array.from({ length: 4 }, () => recount(payload, now)))
    expect(await storedCounts(payload)).toEqual(await plainCounts(payload, now))
    expect(
      await rowsOf(sql`
        select 1 from pg_locks where locktype = 'advisory' and database =
          (select oid from pg_database where datname = current_database())`),
    ).toEqual([])
    expect(
      await rowsOf(sql`
        select 1 from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`),
    ).toEqual([])
  })

  it('are one after the other: the later one sees what came while it waited', async () => {
    const holder = new pg.Client({ connectionString: test.databaseUrl })
    await holder.connect()
    try {
      await holder.query('begin')
      await holder.query('select pg_advisory_xact_lock($1)', [advisoryLocks.countingStatistics])
      const counting = recount(payload, now)
      await untilWaiting()
      await createLicense()
      await holder.query('commit')
      await counting
      expect(await storedCounts(payload)).toMatchObject({ 'licenses/active': 1 })
    } finally {
      await holder.end()
    }
  })
})

describe('a count that is cut off', () => {
  it('changes nothing, and the next one is whole', async () => {
    await createLicense()
    await recount(payload, now)
    const before = await storedCounts(payload)
    await createLicense()
    const holder = new pg.Client({ connectionString: test.databaseUrl })
    await holder.connect()
    try {
      // A row that it wants to change is held: it is in the middle of writing when its connection is ended.
      await holder.query('begin')
      await holder.query(`select 1 from statistics where metric = 'licenses' for update`)
      const counting = recount(payload, new Date(now.getTime() + 1)).then(
        () => 'done',
        () => 'cut off',
      )
      await untilWaiting()
      await holder.query(`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`)
      expect(await counting).toBe('cut off')
    } finally {
      await holder.query('rollback')
      await holder.end()
    }
    expect(await storedCounts(payload)).toEqual(before)
    await recount(payload, now)
    expect(await storedCounts(payload)).toEqual(await plainCounts(payload, now))
  })
})

/** Waits until somebody waits for a lock. */
async function untilWaiting(): Promise<void> {
  await vi.waitFor(async () => {
    const waiting = await rowsOf(sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
    expect(waiting).toHaveLength(1)
  }, 10_000)
}
