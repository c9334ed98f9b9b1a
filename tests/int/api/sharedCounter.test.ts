import { afterAll, beforeAll, expect, it } from 'vitest'

import { createSharedCounter, type CounterPool } from '../../../src/api/rateLimit/sharedCounter'
import { openApi, type TestApi } from './support/api'

/** Requests are counted in memory, and yet by all instances together: no instance gets a limit of its own. */
let api: TestApi
let next = 0

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const pool = () => (api.payload.db as unknown as { pool: CounterPool }).pool
const newKey = () => `key-${++next}`
/** Counts that are known at once come as promises as well. */
const counterOf = (...args: Parameters<typeof createSharedCounter>) => {
  const { count } = createSharedCounter(...args)
  return async (key: string) => count(key)
}
const sync = () => new Promise((resolve) => setTimeout(resolve, 600))

it('two instances see each other’s counts', async () => {
  const key = newKey()
  const options = { prefix: 'test', windowMs: 60_000 }
  const [one, other] = [counterOf(pool(), options), counterOf(pool(), options)]
  await Promise.all(Array.from({ length: 40 }, () => one(key)))
  await Promise.all(Array.from({ length: 50 }, () => other(key)))
  await sync()
  await Promise.all([one(key), other(key)])
  await sync()
  await Promise.all([one(key), other(key)])
  await sync()
  expect((await one(key)).total).toBeGreaterThanOrEqual(94)
  expect((await one(key)).total).toBeLessThanOrEqual(97)
})

it('counts each call of many at once', async () => {
  const key = newKey()
  const count = counterOf(pool(), { prefix: 'test', windowMs: 60_000 })
  const counted = await Promise.all(Array.from({ length: 100 }, () => count(key)))
  expect(Math.max(...counted.map(({ total }) => total))).toBe(100)
})

it('writes a few times a second, not at each call', async () => {
  const key = newKey()
  let statements = 0
  const watched: CounterPool = {
    query: (text, values) => {
      statements += 1
      return pool().query(text, values)
    },
  }
  const count = counterOf(watched, { prefix: 'test', windowMs: 60_000 })
  for (let index = 0; index < 500; index += 1) await count(key)
  await sync()
  expect(statements).toBeLessThanOrEqual(6)
})

it('writes at once what is still to be shared, where the end comes', async () => {
  const key = newKey()
  const options = { prefix: 'test', windowMs: 60_000 }
  const { count, flush } = createSharedCounter(pool(), options)
  await Promise.all(Array.from({ length: 30 }, async () => count(key)))
  void count(key)
  await flush()
  expect((await counterOf(pool(), options)(key)).total).toBe(32)
})

it('begins anew when its window ends', async () => {
  const key = newKey()
  const count = counterOf(pool(), { prefix: 'test', windowMs: 300 })
  for (let index = 0; index < 5; index += 1) await count(key)
  await new Promise((resolve) => setTimeout(resolve, 350))
  expect((await count(key)).total).toBe(1)
})

it('lets nobody in who could not be counted', async () => {
  const broken: CounterPool = { query: () => Promise.reject(new Error('down')) }
  const { count } = createSharedCounter(broken, { prefix: 'test', windowMs: 60_000 })
  await expect(count(newKey())).rejects.toThrow('down')
})
