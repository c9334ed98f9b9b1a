import type { CollectionConfig, Config } from 'payload'

/** The table that Payload gives a collection without a `dbName`. */
export function tableOf(slug: string): string {
  return slug.replaceAll('-', '_')
}

/**
 * A collection of a plugin under the host's slug. Its table keeps its name, which the plugin's own queries use.
 *
 * @param slug undefined where the host has none for it
 */
export function underSlug(
  collection: CollectionConfig,
  slug: string | undefined,
): CollectionConfig {
  if (slug === undefined || slug === collection.slug) return collection
  return { ...collection, dbName: tableOf(collection.slug), slug }
}

/**
 * Refuses collections and globals of the host that would share a table with a plugin.
 *
 * @param plugin as the error names it
 * @param own the plugin's own slugs
 * @throws Error that says which
 */
export function refuseSharedTables(
  plugin: string,
  own: readonly string[],
  host: Pick<Config, 'collections' | 'globals'>,
): void {
  const tables = new Set(own.map(tableOf))
  for (const { dbName, slug } of [...(host.collections ?? []), ...(host.globals ?? [])]) {
    const table = typeof dbName === 'string' ? dbName : tableOf(slug)
    if (!tables.has(table)) continue
    throw new Error(
      `${plugin}: the table ${table} is the plugin's. Give your ${slug} a dbName of its own.`,
    )
  }
}
