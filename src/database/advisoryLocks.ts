/**
 * What is done by one process at a time, as arbitrary numbers among PostgreSQL's advisory locks. All of them stand here, so that no two
 * are the same: one would wait for the other, or take it for another process that is at it already.
 */
export const advisoryLocks = {
  migrating: 7_221_944_103,
  rateLimitTable: 7_221_944_104,
  runningJobs: 7_221_944_105,
  signingKeys: 7_221_944_106,
  countingStatistics: 7_221_944_107,
  rankingCustomers: 7_221_944_108,
  logTriggers: 7_221_944_109,
} as const

/** The same for what is locked by name: a class that fits PostgreSQL's locks with two numbers, which are others than those with one. */
export const advisoryLockClasses = { holderMail: 722_194 } as const
