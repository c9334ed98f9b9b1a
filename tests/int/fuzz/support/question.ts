import { createRequire } from 'node:module'

import type * as GraphQLModule from 'graphql'
import type { GraphQLField, GraphQLInputType, GraphQLOutputType } from 'graphql'

// As in `tests/support/graphQL.ts`: Payload's own copy.
const graphql = createRequire(import.meta.url)('graphql') as typeof GraphQLModule

/** Where the answers of arguments come from: a value that fits nothing, the id of a document, and a decision. */
export type Dice = { chance: () => number; hostile: () => unknown; id: () => string }

/**
 * What to select of a type so that whatever it holds would be seen: its plain fields, and those of what it leads to.
 *
 * @param depth how many steps to follow; the questions have a limit of costs
 * @returns with braces; empty for a plain value
 */
export function selectionOf(type: GraphQLOutputType, depth = 1): string {
  const named = graphql.getNamedType(type)
  if (graphql.isLeafType(named)) return ''
  if (graphql.isUnionType(named)) {
    const parts = named.getTypes().map((one) => `... on ${one.name} ${selectionOf(one, 0)}`)
    return `{ __typename ${parts.join(' ')} }`
  }
  const fields = Object.values(named.getFields()).flatMap(({ name, type: inner }) => {
    if (graphql.isLeafType(graphql.getNamedType(inner))) return [name]
    return depth > 0 && !(graphql.isUnionType(graphql.getNamedType(inner)) && depth === 1)
      ? [`${name} ${selectionOf(inner, depth - 1)}`]
      : []
  })
  return `{ ${['__typename', ...fields].join(' ')} }`
}

/** Values for the arguments of a field: mostly what it takes, so that it is carried out and not refused for its form. */
export function variablesOf(
  { args }: GraphQLField<unknown, unknown>,
  dice: Dice,
): Record<string, unknown> {
  const given = args.filter(({ type }) => graphql.isNonNullType(type) || dice.chance() < 0.3)
  return Object.fromEntries(given.map(({ name, type }) => [name, valueOf(name, type, dice)]))
}

function valueOf(name: string, type: GraphQLInputType, dice: Dice): unknown {
  if (dice.chance() < 0.2) return dice.hostile()
  if (graphql.isNonNullType(type)) return valueOf(name, type.ofType, dice)
  if (graphql.isListType(type)) return [valueOf(name, type.ofType, dice)]
  if (graphql.isEnumType(type)) {
    const values = type.getValues()
    return values[Math.floor(dice.chance() * values.length)]?.name
  }
  if (graphql.isInputObjectType(type)) return objectOf(type, dice)
  switch (type.name) {
    case 'Boolean':
      return dice.chance() < 0.5
    case 'Float':
    case 'Int':
      return Math.floor(dice.chance() * 20) - 2
    case 'DateTime':
      return '2027-01-31T10:00:00.000Z'
    case 'EmailAddress':
      return 'somebody@example.com'
    default:
      return dice.chance() < 0.7 ? dice.id() : String(dice.hostile())
  }
}

function objectOf(type: GraphQLModule.GraphQLInputObjectType, dice: Dice): unknown {
  const fields = Object.values(type.getFields())
  // Of conditions, one or two; of documents, a fifth of the fields beside those that are asked for.
  const share = Math.min(0.2, 2 / fields.length)
  return Object.fromEntries(
    fields
      .filter((field) => graphql.isNonNullType(field.type) || dice.chance() < share)
      .map((field) => [field.name, valueOf(field.name, field.type, dice)]),
  )
}
