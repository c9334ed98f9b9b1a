import { sql } from '@payloadcms/db-postgres/drizzle'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { createLimits } from '../../../src/api/rateLimit/limits'
import { sharedRedis } from '../../../src/http/redis'
import type { Queryable } from '../../../src/licensing/types'
import { hasRedis, type RedisServer, startRedis } from '../../support/redis'
import { openApi, type TestApi } from './support/api'

describe.skipIf(!hasRedis())('with Redis', () => {
  let api: TestApi
  let observer: Redis
  let redis: RedisServer

  beforeAll(async () => {
    redis = await startRedis()
    process.env.REDIS_URL = redis.url
    observer = new Redis(redis.url)
    observer.on('error', () => undefined)
    api = await openApi()
    await vi.waitUntil(() => sharedRedis()?.status === 'ready')
    await api.saveSettings({ rateLimitBy: 'ip', rateLimitPerMinute: 5 })
  })
  afterAll(async () => {
    await api.close()
    observer.disconnect()
    sharedRedis()?.disconnect()
    await redis.stop()
  })

  const rows = async () => {
    const { drizzle } = api.payload.db as unknown as { drizzle: Queryable }
    const counted = await drizzle.execute(sql`select key from lm_rate_limits`)
    return counted.rows.map(({ key }) => String(key))
  }
  const statuses = async (ip: string, count: number) => {
    const found: number[] = []
    for (let index = 0; index < count; index += 1) {
      found.push((await api.call('GET', '/external/connection-check', { ip })).status)
    }
    return found
  }

  it('requests are counted in it and not in PostgreSQL', async () => {
    expect(await statuses('192.0.2.10', 7)).toEqual([200, 200, 200, 200, 200, 429, 429])
    const keys = await observer.keys('*')
    expect(keys).toEqual([expect.stringContaining('license-manager:request:ip:192.0.2.10')])
    expect(await observer.pttl(keys[0] ?? '')).toBeGreaterThan(0)
    expect(await rows()).toEqual([])
  })

  it('instances share its counters', async () => {
    const { pool } = api.payload.db as unknown as { pool: unknown }
    const [one, other] = [createLimits(pool), createLimits(pool)]
    for (let index = 0; index < 30; index += 1) {
      expect(await one.countUnknownCode('192.0.2.11')).toBeNull()
      expect(await other.countUnknownCode('192.0.2.11')).toBeNull()
    }
    expect(await one.countUnknownCode('192.0.2.11')).toBeGreaterThan(0)
    expect(await other.countUnknownCode('192.0.2.11')).toBeGreaterThan(0)
  })

  it('its failure opens no door and closes none: PostgreSQL counts until it is back', async () => {
    await redis.stop()
    await expect.poll(() => sharedRedis()?.status).not.toBe('ready')
    expect(await statuses('192.0.2.12', 7)).toEqual([200, 200, 200, 200, 200, 429, 429])
    expect(await rows()).toContainEqual(expect.stringContaining('192.0.2.12'))
    await redis.start()
    await expect.poll(() => sharedRedis()?.status, { timeout: 15_000 }).toBe('ready')
    expect(await statuses('192.0.2.13', 2)).toEqual([200, 200])
    expect(await observer.keys('*192.0.2.13*')).toHaveLength(1)
  })
})
