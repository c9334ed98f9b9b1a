import type { Field, GlobalConfig } from 'payload'

import { nameActorOfGlobal } from '../../collections/hooks/nameActor'
import { refuseUnstorableInGlobal } from '../../collections/hooks/refuseUnstorable'
import { Settings } from '../../collections/Settings'
import { type NamedField, placedFields } from './hostCustomers/walk'
import { translateLabels } from './labels/translateLabels'
import type { SanitizedOptions } from './options'
import { renameSettings } from './renameSlugs'

/**
 * The settings with the host's changes applied, under the host's slug.
 *
 * @throws Error when an override changes the slug or the table, or leaves out what the plugin needs of a field
 */
export function assembleSettings({ access, fields, settings }: SanitizedOptions): GlobalConfig {
  const own = translateLabels(Settings)
  const defaultGlobal = {
    ...own,
    access: { ...own.access, ...access.settings },
    fields: fields.settings?.({ defaultFields: own.fields }) ?? own.fields,
  }
  const global = settings?.({ defaultGlobal }) ?? defaultGlobal
  if (global.slug !== own.slug || global.dbName !== undefined) {
    throw new Error(
      'licenseManager: the slug of the settings is changed by the option slugs, and their table stays.',
    )
  }
  refuseLosses(own.fields, global.fields)
  return renameSettings({
    ...global,
    hooks: {
      ...global.hooks,
      beforeChange: [nameActorOfGlobal, ...(global.hooks?.beforeChange ?? [])],
      beforeValidate: [refuseUnstorableInGlobal, ...(global.hooks?.beforeValidate ?? [])],
    },
  })
}

/** Statements of the plugin read the columns of its fields, and hooks of fields encrypt its secrets. */
function refuseLosses(own: readonly Field[], fields: readonly Field[]): void {
  const found = fieldsByPlace(fields)
  for (const [place, field] of fieldsByPlace(own)) {
    if (field.type === 'ui') continue
    const kept = found.get(place)
    if (kept?.type !== field.type || isList(kept) !== isList(field)) {
      throw new Error(
        `licenseManager: the settings need their field ${place} where it is, of the type ${field.type}. Hide it by admin.hidden.`,
      )
    }
    if (hooksOf(field).every((hook) => hooksOf(kept).includes(hook))) continue
    throw new Error(
      `licenseManager: the field ${place} of the settings needs its hooks. Add yours to them.`,
    )
  }
}

function fieldsByPlace(fields: readonly Field[]): Map<string, NamedField> {
  return new Map(placedFields(fields).map(({ field, prefix }) => [prefix + field.name, field]))
}

const isList = (field: NamedField): boolean => 'hasMany' in field && field.hasMany === true

const hooksOf = (field: NamedField): unknown[] =>
  'hooks' in field ? Object.values(field.hooks ?? {}).flat() : []
