const dayMs = 24 * 60 * 60 * 1000

/** What a chart has one point for. */
export const intervals = ['day', 'week', 'month'] as const
export type Interval = (typeof intervals)[number]

/** UTC days from the first to the last, such as `2026-01-31`. */
export type Period = { first: string; last: string }

/** How far charts go back, in periods. */
const lengths: Record<Interval, number> = { day: 30, month: 12, week: 26 }

/** How many days the periods of an interval go back at most. */
export const spanDays: Record<Interval, number> = { day: 30, month: 366, week: 182 }

/** Whether something from outside, such as a setting, names an interval. */
export function isInterval(value: unknown): value is Interval {
  return intervals.some((interval) => interval === value)
}

/**
 * The periods up to the one that a moment is in, the oldest first. Weeks begin on Monday. All of it is UTC.
 *
 * @param count how many; as many as a chart of that interval has where it is left out
 */
export function periodsUntil(
  moment: Date,
  interval: Interval,
  count = lengths[interval],
): Period[] {
  return Array.from({ length: count }, (_, index) => {
    const start = startOf(moment, interval, index + 1 - count)
    const next = startOf(moment, interval, index + 2 - count)
    return { first: dayOf(start), last: dayOf(new Date(next.getTime() - dayMs)) }
  })
}

/** The UTC day of a moment, such as `2026-01-31`. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

/** What fell into each of the periods, which follow on each other. Days outside of them are left out. */
export function sumByPeriod(
  days: ReadonlyMap<string, number>,
  periods: readonly Period[],
): number[] {
  const sums = periods.map(() => 0)
  for (const [day, value] of days) {
    const index = periods.findIndex(({ first, last }) => first <= day && day <= last)
    if (index >= 0) sums[index] = (sums[index] ?? 0) + value
  }
  return sums
}

/**
 * How many there were at the end of each period.
 *
 * @param total at the end of the last one
 * @param added what each period added
 */
export function totalsAtEnd(total: number, added: readonly number[]): number[] {
  let rest = total
  return added
    .toReversed()
    .map((value) => {
      const atEnd = rest
      rest -= value
      return atEnd
    })
    .reverse()
}

/** The first day of the period that a moment is in, or of one so many further on. */
function startOf(moment: Date, interval: Interval, shift: number): Date {
  const [year, month, day] = [moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate()]
  if (interval === 'month') return new Date(Date.UTC(year, month + shift))
  if (interval === 'day') return new Date(Date.UTC(year, month, day + shift))
  const sinceMonday = (moment.getUTCDay() + 6) % 7
  return new Date(Date.UTC(year, month, day - sinceMonday + 7 * shift))
}
