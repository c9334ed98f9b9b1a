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

function open(rows: number) {
  total = rows
  const db = { countDistinct, drizzle: 'pool' }
  rememberLargeCounts({ db } as unknown as Payload)
  return (args: object = {}) =>
    db.countDistinct({ db: 'tx', joins: [], tableName: 'licenses', ...args })
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

it('after seconds it is counted again beside the answer, by one, and outside of the transaction', async () => {
  const count = open(1_000_000)
  await count()
  total = 1_000_007
  vi.advanceTimersByTime(6_000)
  expect(await Promise.all([count(), count()])).toEqual([1e6, 1e6])
  expect(countDistinct).toHaveBeenCalledTimes(2)
  expect(countDistinct).toHaveBeenLastCalledWith(expect.objectContaining({ db: 'pool' }))
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

it.each([{ where: {} }, { joins: [{}] }, { column: 'id' }, { tableName: 'posts' }])(
  'a list with %o is counted every time',
  async (args) => {
    const count = open(1_000_000)
    await count(args)
    await count(args)
    expect(countDistinct).toHaveBeenCalledTimes(2)
  },
)
