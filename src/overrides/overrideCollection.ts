import type { CollectionConfig, Field } from 'payload'

/** Changes a collection of a plugin before Payload sees it. Its slug is changed by `slugs`. */
export type CollectionOverride = (args: { defaultCollection: CollectionConfig }) => CollectionConfig

/** Changes the fields of a collection of a plugin, or of the settings. Those that are there must stay: the plugin's own queries use them. */
export type FieldsOverride = (args: { defaultFields: Field[] }) => Field[]

/** What a host changes in a plugin's collections, by the plugin's own slugs. */
export type CollectionOverrides<Slug extends string> = {
  /** Access in the place of the plugin's own, by operation. What is left out stays. */
  access?: Partial<Record<Slug, CollectionConfig['access']>>
  /** Further fields, hooks and whatever a collection has. Applied last. */
  collections?: Partial<Record<Slug, CollectionOverride>>
  /** Changes to the lists of fields. */
  fields?: Partial<Record<Slug, FieldsOverride>>
}

/**
 * A plugin's collection as the host has it: first its access, then its fields, then the whole of it.
 *
 * @param plugin as the error names it
 * @throws Error when the slug is changed: the plugin would not find its table
 */
export function overrideCollection<Slug extends string>(
  plugin: string,
  defaultCollection: CollectionConfig,
  { access, collections, fields }: CollectionOverrides<Slug>,
): CollectionConfig {
  // Payload's type says that it is any text.
  const slug = defaultCollection.slug as Slug
  const own = {
    ...defaultCollection,
    access: { ...defaultCollection.access, ...access?.[slug] },
    fields:
      fields?.[slug]?.({ defaultFields: defaultCollection.fields }) ?? defaultCollection.fields,
  }
  const collection = collections?.[slug]?.({ defaultCollection: own }) ?? own
  if (collection.slug === slug) return collection
  throw new Error(`${plugin}: the slug ${slug} is changed by the option slugs.`)
}
