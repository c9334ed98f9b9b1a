const furthest = 365
const most = 10

/**
 * The days before its expiry at which a licence is warned of, the furthest first.
 *
 * @param text such as `30,7,1`
 * @returns null for anything else than 1 to 10 whole numbers from 1 to 365
 */
export function parseWarningDays(text: string): null | number[] {
  const parts = text.split(',').map((part) => part.trim())
  if (parts.some((part) => !/^\d{1,3}$/.test(part))) return null
  const days = [...new Set(parts.map(Number))].sort((one, other) => other - one)
  return days.length <= most && days.every((day) => day >= 1 && day <= furthest) ? days : null
}
