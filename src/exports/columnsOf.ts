import type { FlattenedField, SanitizedCollectionConfig } from 'payload'

/** What an export never holds, whoever asks. */
const neverExported = ['join', 'ui']

/**
 * The columns of a collection's export, in the order of its fields: its stored fields that people may see, nested ones by their path.
 */
export function columnsOf({ flattenedFields }: SanitizedCollectionConfig): string[] {
  const own = flattenedFields.flatMap((field) => pathsOf(field, ''))
  return ['id', ...own.filter((path) => path !== 'id')]
}

function pathsOf(field: FlattenedField, prefix: string): string[] {
  const isStored = !('virtual' in field && field.virtual)
  const isHidden = ('hidden' in field && field.hidden) || field.admin?.disabled
  if (!isStored || isHidden || neverExported.includes(field.type)) return []
  const path = `${prefix}${field.name}`
  if (field.type === 'group') {
    return field.flattenedFields.flatMap((inner) => pathsOf(inner, `${path}.`))
  }
  return [path]
}
