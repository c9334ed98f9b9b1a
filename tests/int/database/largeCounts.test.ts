import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Where } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { createTestPayload, type TestPayload } from '../../support/payload'
import { databaseOf } from '../reports/support'

/** Totals of lists that are too large to be counted for each page, over the rows of a real table. */
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  await addEntries('license.created', 50_000)
  await addEntries('license.blocked', 20)
})
afterAll(() => test.close())

const addEntries = (event: string, count: number) =>
  databaseOf(test.payload).execute(sql`
    insert into activity_log (at, event, label, actor_kind)
    select now(), ${event}, 'CODE-' || n, 'api' from generate_series(1, ${count}::int) n`)

async function totalOf(where: Where): Promise<number> {
  const { totalDocs } = await test.payload.find({
    collection: 'activity-log',
    limit: 10,
    where,
  })
  return totalDocs
}

it('the total of a large filtered list is some seconds old, that of another filter and of a small list is of now', async () => {
  const created = { event: { equals: 'license.created' } }
  const blocked = { event: { equals: 'license.blocked' } }
  expect(await totalOf(created)).toBe(50_000)
  expect(await totalOf(blocked)).toBe(20)

  await addEntries('license.created', 5)
  await addEntries('license.blocked', 5)

  expect(await totalOf(created)).toBe(50_000)
  expect(await totalOf({ and: [created, { actorKind: { equals: 'api' } }] })).toBe(50_005)
  expect(await totalOf(blocked)).toBe(25)
})
