import type { PayloadRequest } from 'payload'
import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible'

import { addressBlock } from '../../http/addressBlock'
import { createRateLimiter } from '../../http/rateLimiter'

/** What is limited, how often within how many seconds. By address, but for those that name an account. */
const rules = {
  accountLogin: { points: 100, seconds: 60 * 60 },
  claim: { points: 20, seconds: 60 * 60 },
  claimIp: { points: 60, seconds: 60 * 60 },
  /** Unknown licence codes: counted together with those of the licensing API, whose limit this is. */
  code: { points: 60, seconds: 10 * 60 },
  confirm: { points: 60, seconds: 10 * 60 },
  emailChange: { points: 5, seconds: 60 * 60 },
  forgot: { points: 10, seconds: 60 * 60 },
  login: { points: 60, seconds: 10 * 60 },
  passkey: { points: 60, seconds: 10 * 60 },
  refusedLogin: { points: 60, seconds: 10 * 60 },
  register: { points: 20, seconds: 60 * 60 },
  resend: { points: 10, seconds: 60 * 60 },
  reset: { points: 30, seconds: 60 * 60 },
  social: { points: 60, seconds: 10 * 60 },
  slotLink: { points: 10, seconds: 60 * 60 },
  socialProof: { points: 5, seconds: 60 * 60 },
} as const

export type RateRule = keyof typeof rules

const limiters = new WeakMap<object, Map<RateRule, RateLimiterAbstract>>()

/**
 * Counts a request, before anything expensive is done for it. All instances share the counters.
 *
 * @param subject an IP address or the name of an account
 * @returns seconds to wait when there were too many, else null
 */
export async function countRequest(
  req: PayloadRequest,
  rule: RateRule,
  subject: null | string,
): Promise<null | number> {
  try {
    await limiterOf(req, rule).consume(addressBlock(subject ?? 'unknown'))
    return null
  } catch (error) {
    // Anything else is a fault of the store, which must not open the door.
    if (!(error instanceof RateLimiterRes)) throw error
    return Math.max(1, Math.ceil(error.msBeforeNext / 1000))
  }
}

/** Takes back what was counted of a request that turned out to be none of those that the rule is for. */
export async function uncountRequest(
  req: PayloadRequest,
  rule: RateRule,
  subject: null | string,
): Promise<void> {
  await limiterOf(req, rule).reward(addressBlock(subject ?? 'unknown'))
}

function limiterOf(req: PayloadRequest, rule: RateRule): RateLimiterAbstract {
  const { pool } = req.payload.db as unknown as { pool: object }
  const ofPool = limiters.get(pool) ?? new Map<RateRule, RateLimiterAbstract>()
  limiters.set(pool, ofPool)
  const limiter =
    ofPool.get(rule) ??
    createRateLimiter(pool, {
      duration: rules[rule].seconds,
      keyPrefix: rule,
      points: rules[rule].points,
    })
  ofPool.set(rule, limiter)
  return limiter
}
