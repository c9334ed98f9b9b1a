import type { CollectionConfig, Field, GlobalConfig } from 'payload'

import { ownName } from '../../src/admin/ownName'
import { type Slug, slugOf } from '../../src/slugs/slugOf'
import { underSlug } from '../../src/slugs/tables'

/** A collection of the plugin under the host's slug, its relationships likewise. Its table keeps its name, which the plugin's own queries use. */
export function renameCollection(
  collection: CollectionConfig,
  own: Exclude<Slug, 'settings'>,
): CollectionConfig {
  return {
    ...underSlug(collection, slugOf(own)),
    admin: { ...collection.admin, custom: { ...collection.admin?.custom, [ownName]: own } },
    fields: collection.fields.map(renameInField),
  }
}

/** The settings under the host's slug, their relationships under those of their collections. */
export function renameSettings(settings: GlobalConfig): GlobalConfig {
  const slug: string = slugOf('settings')
  return {
    ...settings,
    ...(slug !== 'settings' && { dbName: 'settings' }),
    slug,
    fields: settings.fields.map(renameInField),
  }
}

function renameInField(field: Field): Field {
  if ('tabs' in field) {
    return {
      ...field,
      tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(renameInField) })),
    }
  }
  if ('fields' in field) return { ...field, fields: field.fields.map(renameInField) }
  if (field.type === 'join') return { ...field, collection: renamed(field.collection) } as Field
  if (field.type !== 'relationship' && field.type !== 'upload') return field
  return { ...field, relationTo: renamed(field.relationTo) } as Field
}

function renamed(slugs: string | string[]): string | string[] {
  return Array.isArray(slugs) ? slugs.map((slug) => slugOf(slug as Slug)) : slugOf(slugs as Slug)
}
