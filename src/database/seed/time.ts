const dayMs = 24 * 60 * 60 * 1000

/** The moment this many days before now, as ISO 8601; negative numbers lie in the future. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * dayMs).toISOString()
}
