import type { Field } from 'payload'

/** A field that has a name, and so a place in the documents. */
export type NamedField = Extract<Field, { name: string }>

/** A named field with the columns' prefix of the groups that it is in, empty at the top of the document. */
export type PlacedField = { field: NamedField; prefix: string }

/**
 * The named fields of a collection with those within its groups, tabs and rows. What is within lists, arrays and blocks, has tables
 * of its own and is left out.
 */
export function placedFields(fields: readonly Field[], prefix = ''): PlacedField[] {
  return fields.flatMap((field) => {
    if (field.type === 'tabs') {
      return field.tabs.flatMap((tab) =>
        placedFields(tab.fields, 'name' in tab && tab.name ? prefixOf(prefix, tab.name) : prefix),
      )
    }
    if (field.type === 'group' && 'name' in field && field.name) {
      return placedFields(field.fields, prefixOf(prefix, field.name))
    }
    if (field.type === 'row' || field.type === 'collapsible' || field.type === 'group') {
      return placedFields(field.fields, prefix)
    }
    return [{ field: field, prefix }]
  })
}

/** Changes the named fields at the top of the document, wherever rows and tabs show them. */
export function mapTopFields(fields: Field[], change: (field: NamedField) => Field): Field[] {
  return fields.map((field): Field => {
    if (field.type === 'tabs') {
      return {
        ...field,
        tabs: field.tabs.map((tab) =>
          'name' in tab && tab.name ? tab : { ...tab, fields: mapTopFields(tab.fields, change) },
        ),
      }
    }
    const isShownOnly = field.type === 'row' || field.type === 'collapsible'
    if (isShownOnly || (field.type === 'group' && !('name' in field && field.name))) {
      return { ...field, fields: mapTopFields(field.fields, change) }
    }
    return change(field)
  })
}

/** The column of a field, as Payload names it; null for a field that has none in the collection's own table. */
export function columnOf({ field, prefix }: PlacedField): null | string {
  if (field.type === 'ui' || field.type === 'array' || field.type === 'blocks') return null
  if (field.type === 'join' || ('virtual' in field && field.virtual)) return null
  const column = prefix + toSnakeCase(field.name)
  return field.type === 'relationship' || field.type === 'upload' ? `${column}_id` : column
}

function prefixOf(prefix: string, name: string): string {
  return `${prefix}${toSnakeCase(name)}_`
}

function toSnakeCase(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[^a-z\d]+/gi, '_')
    .toLowerCase()
}
