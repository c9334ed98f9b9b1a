import type { FlattenedField } from 'payload'

/**
 * Whether customers have lists of a host's own. Payload 3.90 leaves out what is in a list, such as several texts, as soon as one field of a document
 * is not asked for.
 */
export function hasListsOf(fields: FlattenedField[]): boolean {
  return fields.some((field) => {
    if (field.type === 'array' || field.type === 'blocks') return field.name !== 'sessions'
    return 'flattenedFields' in field && hasListsOf(field.flattenedFields)
  })
}
