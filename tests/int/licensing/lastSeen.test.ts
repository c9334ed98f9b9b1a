import { afterAll, beforeAll, expect, it } from 'vitest'

import { createLastSeen } from '../../../src/licensing/lastSeen'
import type { Queryable } from '../../../src/licensing/types'
import { openLicensing, type TestLicensing } from './support/licensing'

/** That installations were seen is written in batches: many notes, few statements, and none is lost to a failure. */
let test: TestLicensing

beforeAll(async () => {
  test = await openLicensing()
})
afterAll(() => test.close())

const later = (minutes: number) => new Date(Date.now() + minutes * 60_000)

async function activations(count: number): Promise<string[]> {
  const license = await test.createLicense()
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    ids.push((await test.activated(license, `seen-${index}.example.com`)).id)
  }
  return ids
}

const seenOf = async (ids: string[]) =>
  (
    await test.query('select last_seen_at from activations where id = any($1) order by id', [ids])
  ).map(({ last_seen_at: seen }) => (seen as Date).getTime())

/** A database that counts its statements, and fails while it is told to. */
function watched() {
  const state = { isDown: false, statements: 0 }
  const db: Queryable = {
    execute: (query) => {
      state.statements += 1
      return state.isDown ? Promise.reject(new Error('down')) : test.db.execute(query)
    },
  }
  return { db, state }
}

it('writes many notes in one statement, the latest of each installation', async () => {
  const ids = await activations(12)
  const { db, state } = watched()
  const lastSeen = createLastSeen(db, { everyMs: 60_000 })
  for (let round = 1; round <= 50; round += 1) for (const id of ids) lastSeen.note(id, later(round))
  await lastSeen.flush()
  expect(state.statements).toBe(1)
  for (const seen of await seenOf(ids)) expect(seen).toBeGreaterThan(later(49).getTime())
})

it('writes by itself after a while', async () => {
  const ids = await activations(1)
  const moment = later(5)
  createLastSeen(test.db, { everyMs: 20 }).note(ids[0] ?? '', moment)
  await expect.poll(() => seenOf(ids)).toEqual([moment.getTime()])
})

it('keeps what could not be written, and tells of the failure', async () => {
  const ids = await activations(2)
  const errors: unknown[] = []
  const { db, state } = watched()
  const lastSeen = createLastSeen(db, { everyMs: 60_000, onError: (error) => errors.push(error) })
  state.isDown = true
  const [first, second] = [later(7), later(8)]
  lastSeen.note(ids[0] ?? '', first)
  await lastSeen.flush()
  expect(errors).toHaveLength(1)
  state.isDown = false
  lastSeen.note(ids[1] ?? '', second)
  await lastSeen.flush()
  expect((await seenOf(ids)).sort()).toEqual([first.getTime(), second.getTime()])
})

it('never sets a moment back, and skips what is gone', async () => {
  const ids = await activations(1)
  const lastSeen = createLastSeen(test.db, { everyMs: 60_000 })
  lastSeen.note(ids[0] ?? '', later(9))
  await lastSeen.flush()
  const [newest] = await seenOf(ids)
  lastSeen.note(ids[0] ?? '', later(-9))
  lastSeen.note('00000000-0000-4000-8000-000000000000', later(1))
  await lastSeen.flush()
  expect(await seenOf(ids)).toEqual([newest])
})

it('does not wait for a row that somebody holds', async () => {
  const ids = await activations(1)
  const client = await test.pool.connect()
  try {
    await client.query('begin')
    await client.query('select 1 from activations where id = $1 for update', [ids[0]])
    const lastSeen = createLastSeen(test.db, { everyMs: 60_000 })
    lastSeen.note(ids[0] ?? '', later(3))
    const begun = performance.now()
    await lastSeen.flush()
    expect(performance.now() - begun).toBeLessThan(2000)
  } finally {
    await client.query('rollback')
    client.release()
  }
})

it('writes a note beside its row on a full page, so that no index learns of it', async () => {
  const ids = await activations(80)
  const places = () =>
    test.query(
      `select id, (ctid::text::point)[0]::int as page from activations where id = any($1) order by id`,
      [ids],
    )
  const before = await places()
  const pages = [...new Set(before.map(({ page }) => Number(page)))].sort((a, b) => a - b)
  expect(pages.length).toBeGreaterThan(2)
  // All of the second page is new, and it was full when the third began.
  const onFullPage = before.filter(({ page }) => page === pages[1]).map(({ id }) => String(id))
  const lastSeen = createLastSeen(test.db)
  for (const id of onFullPage.slice(0, 3)) lastSeen.note(id, later(1))
  await lastSeen.flush()
  expect(await places()).toEqual(before)
})
