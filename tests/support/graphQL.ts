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
        errors: await Promise.all(errors.map((error) => toldOf(error, req))),
      }
    },
    schema,
  }
}

/** What a caller is told of an error: what a resolver throws without a status is a failure of the server, unless a hook knows better. */
async function toldOf(error: GraphQLModule.GraphQLError, req: PayloadRequest) {
  const { message, originalError, path } = error
  // What is wrong with the question has no path.
  const told = {
    ...(originalError && path && { status: 500 }),
    ...(originalError as object),
    message,
  }
  for (const hook of req.payload.config.hooks.afterError ?? []) {
    const graphqlResult = { extensions: {}, message }
    const { graphqlResult: mended } = (await hook({ context: {}, error, graphqlResult, req })) ?? {}
    if (mended)
      return { ...told, message: mended.message, status: Number(mended.extensions?.statusCode) }
  }
  return told
}
