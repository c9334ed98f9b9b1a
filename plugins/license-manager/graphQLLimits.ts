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
 * Enough for two lists in each other and what their rows refer to (a product's versions with their files). Licences have installations,
 * and these their licence: with each further list the rows of an answer multiply.
 */
export const deepestQuery = 8
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

const aliasLimit: ValidationRule = (context) => {
  let aliases = 0
  return {
    Document: {
      leave(node) {
        if (aliases > mostAliases) refuse(context, node, `has more than ${mostAliases} aliases`)
      },
    },
    Field(node) {
      if (node.alias) aliases += 1
    },
  }
}

/**
 * How many fields are nested in each other at most. Introspection is as deep as it is, and reads no data.
 *
 * @param known depths of the fragments met so far: each is looked at once, and one within itself, which another rule refuses, ends
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
    const depth = known.get(name)
    if (depth !== undefined) return depth
    known.set(name, 0)
    const fragment = context.getFragment(name)
    known.set(name, fragment ? depthOf(context, fragment.selectionSet, known) : 0)
    return known.get(name) ?? 0
  })
  return Math.max(0, ...depths)
}

function refuse(context: ValidationContext, node: ASTNode, reason: string): void {
  context.reportError(
    new GraphQLError(`The query ${reason}. Ask in several requests.`, { nodes: [node] }),
  )
}
