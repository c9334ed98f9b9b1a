/** Cookie in which the browser leaves its time zone, because no header tells it. */
export const timeZoneCookie = 'lm-time-zone'

/** A time zone as `Intl` knows it; UTC for whatever is not one. */
export function knownTimeZone(value: string | undefined): string {
  if (!value || value.length > 64) return 'UTC'
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}
