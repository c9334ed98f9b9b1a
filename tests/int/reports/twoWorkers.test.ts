import { setTimeout } from 'node:timers/promises'

import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import { advisoryLocks } from '../../../src/database/advisoryLocks'
import { rankCustomers } from '../../../src/reports/rankCustomers'
import { chores } from '../../../src/jobs/chores'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { databaseOf, empty, type Shop, shopOf } from './support'

/** Two workers, a worker that is cut off, and readers meanwhile: the ranks are the old ones or the new ones, never a half or a double. */
let payload: Payload
let shop: Shop
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  shop = shopOf(payload)
})
afterAll(() => test.close())
beforeEach(() => empty(payload))

async function sell(count: number): Promise<void> {
  const product = await shop.createProduct(`P${Math.random()}`)
  for (let number = 0; number < count; number += 1) {
    const { clientId } = await shop.createCustomer()
    await shop.createLicense(product, { customerId: clientId })
  }
}

const rows = async () =>
  (await databaseOf(payload).execute(sql`select * from top_customers order by id`)).rows

const keys = async () =>
  (await rows()).map(({ metric, period, product_id: product, rank }) =>
    [metric, period, product, rank].join(),
  )

it('is a chore of the worker', () => {
  expect(chores.map(({ name }) => name)).toContain('rankCustomers')
})

it('two recounts at once rank everybody once', async () => {
  await sell(5)
  const other = new pg.Client({ connectionString: test.databaseUrl })
  await other.connect()
  try {
    // Nobody can write until all of them have begun.
    await other.query('begin; lock table top_customers in share mode')
    const counting = Array.from({ length: 4 }, () => rankCustomers(payload))
    await setTimeout(1500)
    await other.query('commit')
    expect((await Promise.all(counting)).filter(Boolean)).toHaveLength(1)
  } finally {
    await other.end()
  }
  const found = await keys()
  expect(new Set(found).size).toBe(found.length)
  expect(await shop.ranks()).toHaveLength(5)
})

it('one that another is at leaves it to that one', async () => {
  await sell(1)
  const other = new pg.Client({ connectionString: test.databaseUrl })
  await other.connect()
  try {
    await other.query('select pg_advisory_lock($1)', [advisoryLocks.rankingCustomers])
    expect(await rankCustomers(payload)).toBe(false)
    expect(await rows()).toEqual([])
  } finally {
    await other.end()
  }
  expect(await rankCustomers(payload)).toBe(true)
})

it('again, without changes, writes nothing but when it was', async () => {
  await sell(3)
  await rankCustomers(payload)
  const before = await databaseOf(payload).execute(sql`select id, xmin from top_customers`)
  await rankCustomers(payload)
  const after = await databaseOf(payload).execute(sql`select id, xmin from top_customers`)
  const unchanged = after.rows.filter(({ id, xmin }) =>
    before.rows.some((row) => row.id === id && row.xmin === xmin),
  )
  expect(after.rows).toHaveLength(before.rows.length)
  expect(unchanged).toHaveLength(before.rows.length - 1)
})

it('readers see all of the old or all of the new', async () => {
  await sell(4)
  await rankCustomers(payload)
  await sell(4)
  let isRunning = true
  const seen = new Set<number>()
  const reading = (async () => {
    while (isRunning) seen.add((await shop.ranks()).length)
  })()
  await rankCustomers(payload)
  seen.add((await shop.ranks()).length)
  isRunning = false
  await reading
  expect([...seen].filter((length) => length !== 4 && length !== 8)).toEqual([])
  expect(seen).toContain(8)
})

it('one that fails on the way leaves the old ranks', async () => {
  await sell(2)
  await rankCustomers(payload)
  const before = await rows()
  await sell(2)
  await databaseOf(payload).execute(sql`
    create function refuse() returns trigger language plpgsql as $$ begin raise exception 'cut off'; end $$`)
  await databaseOf(payload).execute(sql`
    create trigger refuse before update on top_customers for each row when (new.metric = 'recount') execute function refuse()`)
  try {
    await expect(rankCustomers(payload)).rejects.toThrow()
    expect(await rows()).toEqual(before)
  } finally {
    await databaseOf(payload).execute(sql`drop function refuse cascade`)
  }
})

it('a customer who is deleted while it writes does not end it', async () => {
  await sell(3)
  const [first] = (await payload.find({ collection: 'customers', limit: 1 })).docs
  const other = new pg.Client({ connectionString: test.databaseUrl })
  await other.connect()
  try {
    await other.query('begin')
    await other.query('delete from customers where id = $1', [first?.id])
    const counting = rankCustomers(payload)
    // It waits for the deletion, which its foreign key depends on.
    await expect
      .poll(async () => {
        const { rows: waiting } = await databaseOf(payload).execute(
          sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
        )
        return waiting.length
      })
      .toBeGreaterThan(0)
    await other.query('commit')
    expect(await counting).toBe(true)
  } finally {
    await other.end()
  }
  expect(await shop.ranks()).toHaveLength(2)
})
