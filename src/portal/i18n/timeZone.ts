import { keepFew } from '../../text/keepFew'

/** Cookie in which the browser leaves its time zone, because no header tells it. */
export const timeZoneCookie = 'lm-time-zone'

/** A time zone as `Intl` knows it; UTC for whatever is not one. */
export function knownTimeZone(value: string | undefined): string {
  return !value || value.length > 64 ? 'UTC' : zoneNamed(value)
}

const zoneNamed = keepFew((name) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
})
