import type { Payload } from 'payload'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { rememberLargeCounts } from '../../../src/database/largeCounts'

let total: number
const countDistinct = vi.fn((_args: object) => Promise.resolve(total))

beforeEach(() => {
  vi.useFakeTimers()
  countDistinct.mockClear()
})
afterEach(() => void vi.useRealTimers())

/** Tells what a filter of drizzle would be as SQL. */
const dialect = { sqlToQuery: (where: object) => ({ params: Object.values(where), sql: '…' }) }

function open(rows: number) {
  total = rows
  const drizzle = { dialect }
  const db = { countDistinct, drizzle }
  rememberLargeCounts({ db } as unknown as Payload)
  return (args: object = {}) =>
    db.countDistinct({ db: drizzle, joins: [], tableName: 'licenses', ...args })
}

it('a small table is counted every time', async () => {
  const count = open(49_999)
  expect(await count()).toBe(49_999)
  total = 50_000 - 2
  expect(await count()).toBe(49_998)
})

it('a large table is counted once for many pages', async () => {
  const count = open(1_000_000)
  await count()
  expect(await Promise.all([count(), count(), count()])).toEqual([1e6, 1e6, 1e6])
  expect(countDistinct).toHaveBeenCalledTimes(1)
})

it('after seconds it is counted again beside the answer, by one', async () => {
  const count = open(1_000_000)
  await count()
  total = 1_000_007
  vi.advanceTimersByTime(6_000)
  expect(await Promise.all([count(), count()])).toEqual([1e6, 1e6])
  expect(countDistinct).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(1)
  expect(await count()).toBe(1_000_007)
})

it('a count that is a minute old is of no use', async () => {
  const count = open(1_000_000)
  await count()
  total = 60_000
  vi.advanceTimersByTime(61_000)
  expect(await count()).toBe(60_000)
})

it('a count that failed beside an answer is tried again', async () => {
  const count = open(1_000_000)
  await count()
  vi.advanceTimersByTime(6_000)
  countDistinct.mockRejectedValueOnce(new Error('away'))
  expect(await count()).toBe(1_000_000)
  await vi.advanceTimersByTimeAsync(1)
  total = 1_000_001
  await count()
  await vi.advanceTimersByTimeAsync(1)
  expect(await count()).toBe(1_000_001)
})

it('what a table was emptied of is not told for long', async () => {
  const count = open(1_000_000)
  await count()
  total = 3
  vi.advanceTimersByTime(6_000)
  await count()
  await vi.advanceTimersByTimeAsync(1)
  expect(await count()).toBe(3)
  total = 4
  expect(await count()).toBe(4)
})

it('a large list with a filter is counted once, each filter by itself', async () => {
  const count = open(1_000_000)
  await count({ where: { event: 'created' } })
  total = 70_000
  expect(await count({ where: { event: 'blocked' } })).toBe(70_000)
  expect(await count({ tableName: 'mails', where: { event: 'created' } })).toBe(70_000)
  expect(await count({ where: { event: 'created' } })).toBe(1e6)
  expect(countDistinct).toHaveBeenCalledTimes(3)
})

it('of many filters those that were counted last are known', async () => {
  const count = open(1_000_000)
  for (let index = 0; index <= 200; index += 1) await count({ where: { index } })
  countDistinct.mockClear()
  await count({ where: { index: 1 } })
  expect(countDistinct).not.toHaveBeenCalled()
  await count({ where: { index: 0 } })
  expect(countDistinct).toHaveBeenCalledOnce()
})

it.each([{ db: 'transaction' }, { joins: [{}] }, { column: 'id' }, { tableName: 'posts' }])(
  'a list with %o is counted every time',
  async (args) => {
    const count = open(1_000_000)
    await count(args)
    await count(args)
    expect(countDistinct).toHaveBeenCalledTimes(2)
  },
)
