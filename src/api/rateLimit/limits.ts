import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible'

import { type MaybePromise, whenKnown } from '../../async/whenKnown'
import { createRateLimiter } from '../../http/rateLimiter'
import { type CounterPool, createSharedCounter } from './sharedCounter'

/** Fewer are counted one by one, exactly over all instances. */
const manyPerMinute = 600
const enumerationPoints = 60
const enumerationSeconds = 600
const attemptSeconds = 24 * 60 * 60

/** Counters that all instances share. */
export type Limits = {
  /** Counts a failed attempt; the number of them within a day. */
  countAttempt: (key: string) => Promise<number>
  /** Counts one request of a minute. Seconds to wait when there were too many, else null. */
  countRequest: (key: string, perMinute: number) => MaybePromise<null | number>
  /** Counts one unknown licence code. Seconds to wait when there were too many, else null. */
  countUnknownCode: (key: string) => Promise<null | number>
  /** Writes what was only added up in memory until now: a stop loses no count. */
  flush: () => Promise<void>
  /** Seconds to wait where earlier unknown codes closed this address, else null. Asks nobody. */
  unknownCodeWait: (key: string) => null | number
}

/** Counters in Redis or PostgreSQL; those of many requests are added up in memory and shared through PostgreSQL. */
export function createLimits(pool: unknown): Limits {
  const limiter = (keyPrefix: string, points: number, duration: number) =>
    createRateLimiter(pool, { duration, inMemoryBlockOnConsumed: points, keyPrefix, points })
  const requests = new Map<number, RateLimiterAbstract>()
  const unknownCodes = limiter('code', enumerationPoints, enumerationSeconds)
  const attempts = limiter('attempt', Number.MAX_SAFE_INTEGER, attemptSeconds)
  const closed = new Map<string, number>()
  const many = createSharedCounter(pool as CounterPool, {
    prefix: 'request',
    windowMs: 60_000,
  })

  return {
    countAttempt: async (key) => (await attempts.penalty(key, 1)).consumedPoints,
    countRequest: (key, perMinute) => {
      if (perMinute >= manyPerMinute) {
        return whenKnown(many.count(key), ({ endsAt, total }) =>
          total > perMinute ? secondsUntil(endsAt) : null,
        )
      }
      const counter = requests.get(perMinute) ?? limiter('request', perMinute, 60)
      requests.set(perMinute, counter)
      return consume(counter, key)
    },
    countUnknownCode: async (key) => {
      const wait = await consume(unknownCodes, key)
      if (wait !== null) closed.set(key, Date.now() + wait * 1000)
      return wait
    },
    flush: many.flush,
    unknownCodeWait: (key) => {
      const until = closed.get(key)
      if (until === undefined) return null
      if (until > Date.now()) return secondsUntil(until)
      closed.delete(key)
      return null
    },
  }
}

async function consume(limiter: RateLimiterAbstract, key: string): Promise<null | number> {
  try {
    await limiter.consume(key)
    return null
  } catch (error) {
    // Anything else is a fault of the store, which must not open the door.
    if (!(error instanceof RateLimiterRes)) throw error
    return Math.max(1, Math.ceil(error.msBeforeNext / 1000))
  }
}

function secondsUntil(moment: number): number {
  return Math.max(1, Math.ceil((moment - Date.now()) / 1000))
}
