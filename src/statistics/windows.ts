const dayMs = 24 * 60 * 60 * 1000

/** The last days that are looked at and compared with as many before. */
export const windows = [7, 30] as const
export type Window = (typeof windows)[number]

/** The days that are looked ahead for licences that expire. */
export const expiryWindows = [7, 30, 90] as const
export type ExpiryWindow = (typeof expiryWindows)[number]

/**
 * The moment so many times 24 hours after another; before it, where negative. Not the same time of the day where the clocks change
 * in between.
 */
export function daysAfter(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * dayMs)
}
