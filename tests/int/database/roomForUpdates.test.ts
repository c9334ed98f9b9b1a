import { sql } from '@payloadcms/db-postgres/drizzle'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { ensureRoomForUpdates } from '../../../src/database/roomForUpdates'
import type { Queryable } from '../../../src/licensing/types'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { databaseOf } from '../reports/support'

/** The free room on each page of activations: set once, and never a reason for a start to fail. */
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
})
afterAll(() => test.close())

const optionsOf = async (db: Queryable) =>
  (await db.execute(sql`select reloptions from pg_class where oid = 'activations'::regclass`))
    .rows[0]?.reloptions

/** What a start makes of the table, in a transaction that leaves nothing. */
async function after(prepare: (db: Queryable) => Promise<unknown>): Promise<unknown> {
  let options: unknown
  const undo = new Error('undone')
  const run = databaseOf(test.payload).transaction(async (db) => {
    await prepare(db)
    await ensureRoomForUpdates(db)
    options = await optionsOf(db)
    throw undo
  })
  await expect(run).rejects.toBe(undo)
  return options
}

it('is there from the first start on', async () => {
  expect(await optionsOf(databaseOf(test.payload))).toEqual(['fillfactor=80'])
})

it('is made for a table of before', async () => {
  const reset = (db: Queryable) => db.execute(sql`alter table activations reset (fillfactor)`)
  expect(await after(async (db) => reset(db))).toEqual(['fillfactor=80'])
})

it('stays as somebody set it', async () => {
  const set = (db: Queryable) => db.execute(sql`alter table activations set (fillfactor = 70)`)
  expect(await after(async (db) => set(db))).toEqual(['fillfactor=70'])
})

it('is left out where the table is another one’s', async () => {
  const options = await after(async (db) => {
    await db.execute(sql`alter table activations reset (fillfactor)`)
    await db.execute(sql`create role lm_room_for_updates`)
    await db.execute(sql`set local role lm_room_for_updates`)
  })
  expect(options).toBeNull()
})
