/** One line of what was recorded. A change has what was before and after; one that is hidden says only that there was one. */
export type RecordedLine = {
  after: unknown
  before?: unknown
  isHidden?: boolean
  name: string
}

/**
 * What was recorded with an entry of a log, line by line in the order of names.
 *
 * @param value the field's value, `{name: [before, after]}` for changes or `{name: value}`
 */
export function readRecorded(value: unknown): RecordedLine[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const entries = Object.entries(value)
  const areChanges = entries.every(([, pair]) => Array.isArray(pair) && pair.length === 2)
  return entries
    .map(([key, recorded]: [string, unknown]): RecordedLine => {
      const name = nameOf(key)
      if (!areChanges) return { after: recorded, name }
      const [before, after] = recorded as [unknown, unknown]
      return { after, before, isHidden: before === null && after === null, name }
    })
    .toSorted((one, other) => one.name.localeCompare(other.name))
}

/** A recorded value as one text; empty where there is none. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(textOf).join(', ')
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([key, each]) => `${key}: ${textOf(each)}`)
      .join(', ')
  }
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Columns and keys in words, such as `parallel_uses` and `expiresAt`. */
function nameOf(key: string): string {
  const words = key
    .replaceAll('_', ' ')
    .replaceAll(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
