/** What helps a customer whose software was refused. */
export type RefusalAnswer = 'freeSlot' | 'renew' | 'seeConditions' | 'support'

/** Why a licence was refused, in the words that the portal has for it. */
export type ExplainedReason = keyof typeof answers

const answers = {
  blocked: ['support'],
  domain_not_allowed: ['seeConditions'],
  expired: ['seeConditions', 'renew'],
  ip_not_allowed: ['seeConditions'],
  limit_reached: ['freeSlot', 'renew'],
  not_activated: [],
  other: ['support'],
  product_inactive: ['support'],
} as const satisfies Record<string, readonly RefusalAnswer[]>

/**
 * What can be done about a refusal.
 *
 * @param reason a code of the licensing API; those that customers are told nothing of are `other`
 */
export function answerTo(reason: string): {
  answers: readonly RefusalAnswer[]
  reason: ExplainedReason
} {
  const explained = Object.hasOwn(answers, reason) ? (reason as ExplainedReason) : 'other'
  return { answers: answers[explained], reason: explained }
}
