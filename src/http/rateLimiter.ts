import {
  type RateLimiterAbstract,
  RateLimiterPostgres,
  RateLimiterRedis,
} from 'rate-limiter-flexible'

import { rateLimitTable } from './rateLimitTable'
import { sharedRedis } from './redis'

type Rule = {
  /** Seconds. */
  duration: number
  /** Whoever is over the limit costs no question to the store until it passes. */
  inMemoryBlockOnConsumed?: number
  keyPrefix: string
  points: number
}

/**
 * A counter that all instances share: in Redis where there is one, else in PostgreSQL, in a table that is not logged, so that a crash forgives
 * what was counted. While Redis is away PostgreSQL counts, from nothing.
 *
 * @param pool of connections to PostgreSQL
 */
export function createRateLimiter(pool: unknown, rule: Rule): RateLimiterAbstract {
  const inPostgres = new RateLimiterPostgres({
    ...rule,
    storeClient: pool,
    storeType: 'pool',
    tableCreated: true,
    tableName: rateLimitTable,
  })
  const redis = sharedRedis()
  if (!redis) return inPostgres
  return new RateLimiterRedis({
    ...rule,
    insuranceLimiter: inPostgres,
    keyPrefix: `license-manager:${rule.keyPrefix}`,
    rejectIfRedisNotReady: true,
    storeClient: redis,
  })
}
