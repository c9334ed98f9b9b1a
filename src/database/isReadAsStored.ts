import type { SanitizedCollectionConfig } from 'payload'

/**
 * Whether Payload shows these fields of a collection's documents to everybody as they stand in its table, so that a statement of our own
 * tells the same: a host can translate fields, compute them, have hooks change what is read, or keep what is deleted.
 *
 * @param names fields at the top of the document
 */
export function isReadAsStored(
  { flattenedFields, hooks, trash }: SanitizedCollectionConfig,
  names: readonly string[],
): boolean {
  const reading = [hooks.beforeRead, hooks.afterRead, hooks.afterOperation]
  if (trash || reading.some((list) => list && list.length > 0)) return false
  return names.every((name) => {
    const field = flattenedFields.find((one) => one.name === name)
    if (!field || !('virtual' in field || 'hooks' in field)) return false
    return !field.virtual && !field.localized && !field.hooks?.afterRead?.length
  })
}
