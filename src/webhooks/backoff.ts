const second = 1
const minute = 60 * second
const hour = 60 * minute

/** The pauses after the first attempts: a receiver may be away for a day and a half. */
const pauses = [10 * second, 30 * second, 2 * minute, 10 * minute, hour, 6 * hour, 24 * hour]

/**
 * How long to wait after a failed attempt.
 *
 * @param attempts how many there were, with this one
 * @returns seconds, or null when it is given up
 */
export function pauseAfter(attempts: number): null | number {
  return pauses[attempts - 1] ?? null
}
