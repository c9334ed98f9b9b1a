/** The dates of a licence that can be put off. */
export const dateFields = ['expiresAt', 'supportUntil', 'updatesUntil'] as const

export type DateField = (typeof dateFields)[number]

const dayMs = 24 * 60 * 60 * 1000

/**
 * A date put off by some days: from itself, or from now where it has passed, so that whoever renews late loses nothing.
 *
 * @returns null where there is no date: what never ends cannot end later
 */
export function extended(date: null | string | undefined, days: number, now: Date): null | string {
  if (!date) return null
  const from = Math.max(new Date(date).getTime(), now.getTime())
  return new Date(from + days * dayMs).toISOString()
}
