import { createRequire } from 'node:module'

import { configToSchema } from '@payloadcms/graphql'
import type * as GraphQLModule from 'graphql'
import type { PayloadRequest } from 'payload'

import type { TestPayload } from './payload'

// An import would load the package a second time, as another format than Payload's; its types are not interchangeable.
const { execute, parse, specifiedRules, validate } = createRequire(import.meta.url)(
  'graphql',
) as typeof GraphQLModule

type GraphQLErrorOf = { data?: unknown; message: string; status?: number }

/** One call of Payload's GraphQL API, without a server in between. */
export type GraphQL = (
  source: string,
  options: { req: PayloadRequest; variables?: Record<string, unknown> },
) => Promise<{ data: Record<string, unknown>; errors: GraphQLErrorOf[] }>

/** The GraphQL API of a test's Payload, and its schema. */
export function graphQLOf({ payload }: TestPayload): {
  ask: GraphQL
  schema: GraphQLModule.GraphQLSchema
} {
  const { schema, validationRules } = configToSchema(payload.config)
  return {
    ask: async (source, { req, variables }) => {
      req.payloadAPI = 'GraphQL'
      const question = { document: parse(source), schema, variableValues: variables }
      const refused = validate(schema, question.document, [
        ...specifiedRules,
        ...validationRules(question),
      ])
      const { data, errors = [] } =
        refused.length > 0
          ? { data: null, errors: refused }
          : await execute({ ...question, contextValue: { headers: {}, req } })
      return {
        data: { ...data },
        errors: errors.map(({ message, originalError, path }) => ({
          // What a resolver throws without a status is a failure of the server; what is wrong with the question has no path.
          ...(originalError && path && { status: 500 }),
          ...(originalError as object),
          message,
        })),
      }
    },
    schema,
  }
}
