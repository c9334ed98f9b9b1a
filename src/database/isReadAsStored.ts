import type { FlattenedField, SanitizedCollectionConfig } from 'payload'

/** Hooks that change nothing of what is read of one document. The server and Next's bundle have a copy of this module each. */
const mark = Symbol.for('license-manager.changes-no-reading')

/** Marks a hook before or after operations as one that does not change what they read of one document. */
export function asReadingNothing<Hook extends object>(hook: Hook): Hook {
  return Object.assign(hook, { [mark]: true })
}

/**
 * Whether a statement of our own that goes by these fields finds the documents of a collection that Payload finds by them: a host can translate
 * fields, compute them, have hooks change what is asked for or found, or keep what is deleted.
 *
 * @param names fields at the top of the document
 */
export function isFoundAsStored(
  { flattenedFields, hooks, trash }: SanitizedCollectionConfig,
  names: readonly string[],
): boolean {
  const reading = [hooks.beforeRead, hooks.afterRead, hooks.afterOperation]
  if (trash || reading.some((list) => list.length > 0)) return false
  if (hooks.beforeOperation.some((hook) => !(mark in hook))) return false
  return names.every((name) => {
    const field = flattenedFields.find((one) => one.name === name)
    if (!field || !('virtual' in field || 'hooks' in field)) return false
    return !field.virtual && !field.localized
  })
}

/**
 * Whether Payload also shows these fields to everybody as they stand in the table, so that who asks the database tells the same: no hook of
 * theirs changes them, and none is hidden or for some readers only.
 *
 * @param names fields at the top of the document
 */
export function isReadAsStored(
  config: SanitizedCollectionConfig,
  names: readonly string[],
): boolean {
  if (!isFoundAsStored(config, names)) return false
  return config.flattenedFields
    .filter(({ name }) => names.includes(name))
    .every(
      (field) =>
        'hooks' in field &&
        !field.hooks?.afterRead?.length &&
        !('hidden' in field && field.hidden) &&
        !field.access?.read,
    )
}

/**
 * Whether a document, read by its id without what it leads to, is what its row makes of it: nothing of it comes from other tables, from hooks or from
 * the language that is asked for.
 *
 * @param except fields at the top of the document that are not read
 */
export function isMadeOfItsRow(
  { flattenedFields, hooks }: Pick<SanitizedCollectionConfig, 'flattenedFields' | 'hooks'>,
  except: readonly string[] = [],
): boolean {
  if (hooks.beforeRead.length > 0 || hooks.afterRead.length > 0) return false
  const around = [...hooks.beforeOperation, ...hooks.afterOperation]
  const read = flattenedFields.filter(({ name }) => !except.includes(name))
  return around.every((hook) => mark in hook) && read.every(isInRow)
}

function isInRow(field: FlattenedField): boolean {
  if (field.type === 'join') return true
  // An editor has hooks of its own; the others are tables.
  if (['array', 'blocks', 'richText'].includes(field.type)) return false
  if (field.localized || ('virtual' in field && typeof field.virtual === 'string')) return false
  if ('hooks' in field && field.hooks?.afterRead?.length) return false
  // Worked out at each reading where nothing is stored.
  if ('defaultValue' in field && typeof field.defaultValue === 'function') return false
  if ('hasMany' in field && field.hasMany) return false
  if ('relationTo' in field && Array.isArray(field.relationTo)) return false
  return !('flattenedFields' in field) || field.flattenedFields.every(isInRow)
}
