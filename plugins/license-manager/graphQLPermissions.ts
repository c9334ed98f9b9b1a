import type { Extension } from './graphQL'

type Resolve = (parent: unknown, args: unknown, context: unknown) => unknown
type Type = { getFields?: () => Record<string, Field>; ofType?: Type }
type Field = { args?: object; resolve?: Resolve; type: Type }
type Query = Field & { resolve: Resolve }

/**
 * Mends the queries that say what somebody may do, of which Payload fails to answer some: `Access` leaves out a field that is never null where it is false,
 * `docAccess` of a global takes its arguments, of which it has none, for the request, and both shorten what is allowed to `true`, of which
 * then parts are asked for.
 */
export function withMendedPermissions(host: Extension | undefined): Extension {
  return (graphQL, context) => {
    const { fields } = (context as unknown as { Query: { fields: Record<string, Query> } }).Query
    for (const [name, query] of Object.entries(fields)) {
      const { resolve } = query
      if (name === 'Access') {
        const names = Object.keys(query.type.getFields?.() ?? {})
        query.resolve = async (...asked) => accessOf(await resolve(...asked), names)
      }
      if (name.startsWith('docAccess') && !query.args) {
        query.resolve = (parent, _none, request) => resolve(parent, request, request)
      }
      if (name === 'Access' || name.startsWith('docAccess')) takeShortened(query.type)
    }
    return host?.(graphQL, context) ?? {}
  }
}

type Access = Record<string, unknown> & Record<'collections' | 'globals', Record<string, unknown>>

/** @param names those that GraphQL has for collections and globals, in which it replaces what names there cannot have */
function accessOf(told: unknown, names: string[]): object {
  const { collections, globals } = told as Access
  const whole = new Set(
    Object.entries({ ...collections, ...globals }).flatMap(([slug, may]) =>
      may === true ? [lettersOf(slug)] : [],
    ),
  )
  const given = names.filter((name) => whole.has(lettersOf(name)))
  return {
    canAccessAdmin: false,
    ...(told as Access),
    ...Object.fromEntries(given.map((name) => [name, true])),
  }
}

function lettersOf(name: string): string {
  return name.normalize('NFKD').replace(/[^a-z0-9]/gi, '')
}

/** Where a permission is `true`, so is each part of it. */
function takeShortened(type: Type, seen = new Set<Type>()): void {
  const named = type.ofType ?? type
  if (!named.getFields || seen.has(named)) return
  seen.add(named)
  for (const [name, field] of Object.entries(named.getFields())) {
    field.resolve = (permission) => {
      if (permission === true) return name === 'where' ? null : true
      return (permission as Record<string, unknown>)[name]
    }
    takeShortened(field.type, seen)
  }
}
