import type { SanitizedCollectionConfig } from 'payload'

/** Hooks that change nothing of what is read. The server and Next's bundle have a copy of this module each. */
const mark = Symbol.for('license-manager.changes-no-reading')

/** Marks a hook that goes before operations as one that does not change what they read. */
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
 * Whether Payload also shows these fields to everybody as they stand in the table, so that a statement of our own tells the same: no hook of
 * theirs changes them, and none is hidden.
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
        'hooks' in field && !field.hooks?.afterRead?.length && !('hidden' in field && field.hidden),
    )
}
