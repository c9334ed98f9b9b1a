import type { CollectionConfig, Config, Field, GlobalConfig } from 'payload'

import { ownName } from '../../src/admin/ownName'
import { type Slug, slugOf } from '../../src/slugs/slugOf'

/**
 * A collection of the plugin under the host's slug, its relationships likewise. Its table keeps its name, which the plugin's own queries use.
 *
 * @throws Error when an override changed the slug
 */
export function renameCollection(
  collection: CollectionConfig,
  own: Exclude<Slug, 'settings'>,
): CollectionConfig {
  if (collection.slug !== own) {
    throw new Error(`licenseManager: the slug ${own} is changed by the option slugs.`)
  }
  const slug: string = slugOf(own)
  return {
    ...collection,
    ...(slug !== own && { dbName: tableOf(own) }),
    slug,
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

/**
 * Refuses collections and globals of the host that would share a table with the plugin.
 *
 * @throws Error that says which
 */
export function refuseSharedTables(
  host: Pick<Config, 'collections' | 'globals'>,
  own: readonly Slug[],
): void {
  const tables = new Set(own.map(tableOf))
  for (const { dbName, slug } of [...(host.collections ?? []), ...(host.globals ?? [])]) {
    const table = typeof dbName === 'string' ? dbName : tableOf(slug)
    if (!tables.has(table)) continue
    throw new Error(
      `licenseManager: the table ${table} is the plugin's. Give your ${slug} a dbName of its own.`,
    )
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

/** The table that Payload gives a collection without a `dbName`. */
export function tableOf(slug: string): string {
  return slug.replaceAll('-', '_')
}
