type Entry = [name: string, value: FormDataEntryValue]

/**
 * The fields of a form as an object. `name[]` and `name[0]`, as PHP writes lists, become one list; of a name that is given twice
 * the last counts.
 */
export function readForm(entries: Iterable<Entry>): Record<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const [given, value] of entries) {
    const name = given.replace(/\[\d*\]$/, '')
    const before = fields.get(name)
    if (name === given) fields.set(name, value)
    else fields.set(name, Array.isArray(before) ? [...(before as unknown[]), value] : [value])
  }
  return Object.fromEntries(fields)
}
