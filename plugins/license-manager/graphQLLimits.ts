import {
  type ASTNode,
  type ExecutionArgs,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql'
import type { Config } from 'payload'

type Rules = NonNullable<NonNullable<Config['graphQL']>['validationRules']>

/**
 * Enough for two lists in each other and what their rows refer to. Licences have installations, and these their licence: with each further
 * list the rows of an answer multiply.
 */
export const deepestQuery = 7
/** One request can ask for one field many times under other names, which would get past limits that count requests. */
export const mostAliases = 30

/** Adds limits of depth and aliases to the rules that a host has. Payload itself has one of complexity. */
export function withQueryLimits(host: Rules | undefined): Rules {
  return (args: ExecutionArgs) => [...(host?.(args) ?? []), depthLimit, aliasLimit]
}

const depthLimit: ValidationRule = (context) => ({
  OperationDefinition(node) {
    const depth = depthOf(context, node.selectionSet, new Map())
    if (depth > deepestQuery) refuse(context, node, `is nested more than ${deepestQuery} levels`)
  },
})

const aliasLimit: ValidationRule = (context) => ({
  OperationDefinition(node) {
    const aliases = aliasesOf(context, node.selectionSet, new Map())
    if (aliases > mostAliases) refuse(context, node, `has more than ${mostAliases} aliases`)
  },
})

/** How many fields are asked for under another name, those of a fragment as often as it is spread. */
function aliasesOf(
  context: ValidationContext,
  { selections }: SelectionSetNode,
  known: Map<string, number>,
): number {
  return selections.reduce((sum, selection) => {
    if (selection.kind !== Kind.FRAGMENT_SPREAD) {
      const own = selection.kind === Kind.FIELD && selection.alias ? 1 : 0
      const { selectionSet } = selection
      return sum + own + (selectionSet ? aliasesOf(context, selectionSet, known) : 0)
    }
    return sum + ofFragment(context, selection.name.value, known, aliasesOf)
  }, 0)
}

/**
 * How many fields are nested in each other at most. Introspection is as deep as it is, and reads no data.
 *
 * @param known depths of the fragments met so far
 */
function depthOf(
  context: ValidationContext,
  { selections }: SelectionSetNode,
  known: Map<string, number>,
): number {
  const depths = selections.map((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return depthOf(context, selection.selectionSet, known)
    const { value: name } = selection.name
    if (selection.kind === Kind.FIELD) {
      const isLeaf = !selection.selectionSet || name.startsWith('__')
      return 1 + (isLeaf ? 0 : depthOf(context, selection.selectionSet, known))
    }
    return ofFragment(context, name, known, depthOf)
  })
  return Math.max(0, ...depths)
}

/** The measure of a fragment, taken once. One within itself, which another rule refuses, ends. */
function ofFragment(
  context: ValidationContext,
  name: string,
  known: Map<string, number>,
  measure: typeof depthOf,
): number {
  const found = known.get(name)
  if (found !== undefined) return found
  known.set(name, 0)
  const fragment = context.getFragment(name)
  const measured = fragment ? measure(context, fragment.selectionSet, known) : 0
  known.set(name, measured)
  return measured
}

function refuse(context: ValidationContext, node: ASTNode, reason: string): void {
  context.reportError(
    new GraphQLError(`The query ${reason}. Ask in several requests.`, { nodes: [node] }),
  )
}
