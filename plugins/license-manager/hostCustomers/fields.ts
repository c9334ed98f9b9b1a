import type { Field } from 'payload'

import { fillHint, isUnfillable } from '../registrationFields'
import { floorAccess } from './fieldAccess'
import { refuse } from './refuse'
import { columnOf, mapTopFields, type NamedField, placedFields } from './walk'

/** What a field of any type may have, for comparing two of the same. */
type FieldParts = {
  access?: Parameters<typeof floorAccess>[1]
  admin?: Record<string, unknown>
  dbName?: unknown
  enumName?: unknown
  hasMany?: boolean
  hooks?: Record<string, unknown[]>
  localized?: boolean
  options?: (string | { value: string })[]
  relationTo?: string | string[]
  type: string
  virtual?: unknown
}

/** What the database and the plugin's statements rely on stays the plugin's. */
const kept = ['hidden', 'index', 'maxLength', 'required', 'unique', 'virtual'] as const

/**
 * The fields of both. The host's stay where they are; one of the name and type of the plugin's is the host's in how it looks and checks,
 * and the plugin's in what the database and the rules need of it. The plugin's others follow.
 *
 * @throws Error for a field that has to be renamed, or that no registration could fill
 */
export function mergeFields(slug: string, host: Field[], own: Field[]): Field[] {
  const ours = new Map(placedFields(own).map(({ field }) => [field.name, field]))
  const placed = placedFields(host)
  const shared = new Set<string>()
  for (const { field, prefix } of placed) {
    const same = prefix ? undefined : ours.get(field.name)
    if (!same) continue
    if (shared.has(field.name)) refuse(slug, `it has two fields ${field.name}.`)
    shared.add(field.name)
    refuseOther(slug, field, same)
  }
  const others = placed.filter(({ field, prefix }) => prefix || !shared.has(field.name))
  const columns = new Set([...ours.values()].map((field) => columnOf({ field, prefix: '' })))
  for (const place of others) {
    const column = columnOf(place)
    if (column && columns.has(column)) {
      refuse(
        slug,
        `the plugin has a column ${column} as well. Rename your field ${place.field.name}.`,
      )
    }
    refuseUnusable(slug, place.field)
  }
  return [
    ...mapTopFields(host, (field) => {
      const same = ours.get(field.name)
      return same ? mergeField(field, same) : field
    }),
    ...own.filter((field) => !('name' in field && shared.has(field.name ?? ''))).map(withFloor),
  ]
}

function mergeField(host: NamedField, own: NamedField): Field {
  const theirs: FieldParts = host
  const ours: FieldParts = own
  const names = new Set([...Object.keys(theirs.hooks ?? {}), ...Object.keys(ours.hooks ?? {})])
  return {
    ...ours,
    ...theirs,
    ...Object.fromEntries(kept.map((key) => [key, (own as Record<string, unknown>)[key]])),
    access: floorAccess(own.name, ours.access, theirs.access),
    admin: { ...ours.admin, ...theirs.admin },
    hooks: Object.fromEntries(
      [...names].map((name) => [
        name,
        [...(theirs.hooks?.[name] ?? []), ...(ours.hooks?.[name] ?? [])],
      ]),
    ),
  } as unknown as Field
}

function withFloor(field: Field): Field {
  if (field.type === 'ui' || !('name' in field)) return field
  const { access } = field as FieldParts
  return { ...field, access: floorAccess(field.name ?? '', access) } as Field
}

function refuseOther(slug: string, host: NamedField, own: NamedField): void {
  const theirs: FieldParts = host
  const ours: FieldParts = own
  const rename = `Rename your field ${host.name}.`
  if (theirs.type !== ours.type) {
    refuse(
      slug,
      `its field ${host.name} is ${theirs.type}, the plugin's is ${ours.type}. ${rename}`,
    )
  }
  const isOther =
    String(theirs.relationTo ?? '') !== String(ours.relationTo ?? '') ||
    Boolean(theirs.virtual) !== Boolean(ours.virtual) ||
    Boolean(theirs.hasMany) !== Boolean(ours.hasMany)
  if (isOther || theirs.localized || theirs.enumName || theirs.dbName) {
    refuse(slug, `its field ${host.name} is stored otherwise than the plugin's. ${rename}`)
  }
  const valuesOf = ({ options = [] }: FieldParts) =>
    options.map((option) => (typeof option === 'string' ? option : option.value))
  const values = valuesOf(theirs)
  const missing = valuesOf(ours).filter((value) => !values.includes(value))
  if (missing.length === 0) return
  refuse(
    slug,
    `its field ${host.name} lacks the options ${missing.join(', ')}. Add them, or rename it.`,
  )
}

/** Neither an id of another kind, nor what no registration fills. */
function refuseUnusable(slug: string, field: NamedField): void {
  if (field.name === 'id')
    refuse(slug, 'it has an id of its own, and customers have UUIDs. Remove it.')
  if (!isUnfillable(field)) return
  refuse(
    slug,
    `its field ${field.name} is required, and a registration does not ask for it. ${fillHint}`,
  )
}
