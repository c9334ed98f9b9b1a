/**
 * The end of a period that a date names. A bare day (`YYYY-MM-DD`) is included: it becomes its last millisecond in UTC. Any
 * other text is given back as it is.
 */
export function inclusiveEnd(value: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T23:59:59.999Z` : value
}
