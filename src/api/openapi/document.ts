import type { z } from 'zod'

import { oldError, oldRefusal } from '../legacy/answers'
import type { DescribedCall } from '../routes/route'
import { errorAnswer, refusalAnswer } from './answers'
import { pathOf } from './path'
import { responsesOf } from './responses'
import { examplesOf, type Json, toSchema } from './schema'

const version = '1'

const headers = [
  ['X-API-URL', 'Where the software is installed: a URL or a bare host. Formerly LB-URL.'],
  ['X-API-IP', "The installation's IP address; without it, the caller's. Formerly LB-IP."],
  ['X-API-FINGERPRINT', 'What tells the device apart; as fingerprint in the body.'],
  ['X-API-LANGUAGE', 'Language of the messages. Formerly LB-LANG.'],
  ['X-API-DETAILS', '`installations`: at the limit, name the active ones.'],
] as const

/**
 * The API as an OpenAPI 3.1 document, made from the routes and from the schemas that check their bodies.
 *
 * @param baseUrl where the API is, without a slash at its end
 */
export function buildDocument(routes: readonly DescribedCall[], baseUrl: string): Json {
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = pathOf(route)
    paths[path] = { ...paths[path], [route.method]: operationOf(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'License Manager',
      version,
      description:
        'Software activates, verifies and updates itself through the external API; a shop issues licences through the internal API. A refused licence is HTTP 200 with `is_active: false`.',
    },
    servers: [{ url: baseUrl }],
    tags: [...new Set(routes.map(({ docs }) => docs.tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: {
        Error: toSchema(errorAnswer),
        OldError: toSchema(oldError),
        OldRefusal: toSchema(oldRefusal),
        Refusal: toSchema(refusalAnswer),
      },
      securitySchemes: {
        external: keyScheme('An external key: for client software. Formerly in LB-API-KEY.'),
        internal: keyScheme("An internal key: for the shop's own server. Formerly in LB-API-KEY."),
      },
    },
  }
}

function operationOf(route: DescribedCall): Json {
  const { access, docs } = route
  return {
    operationId: operationId(route),
    summary: docs.summary,
    ...(docs.description ? { description: docs.description } : {}),
    tags: [docs.tag],
    ...(docs.deprecated ? { deprecated: true } : {}),
    security: access === 'public' ? [] : [{ [access]: [] }],
    parameters: parametersOf(route),
    ...(docs.body ? { requestBody: requestBodyOf(route, docs.body) } : {}),
    responses: responsesOf(route),
  }
}

function operationId({ method, path }: DescribedCall): string {
  const words = path
    .replace(/\{[^}]*\}/g, '')
    .split(/[^a-z]+/i)
    .filter(Boolean)
  return [method, ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('')
}

function parametersOf({ access, docs, path }: DescribedCall): Json[] {
  const inPath = [...path.matchAll(/:(\w+)(?:\{([^}]*)\})?/g)].map(([, name, values]) => ({
    in: 'path',
    name,
    required: true,
    schema: { type: 'string', ...(values ? { enum: values.split('|') } : {}) },
  }))
  const query = docs.query ? (toSchema(docs.query).properties as Record<string, Json>) : {}
  const inQuery = Object.entries(query).map(([name, schema]) => ({
    in: 'query',
    name,
    ...(docs.fields?.[name] ? { description: docs.fields[name] } : {}),
    schema,
  }))
  const header = (name: string, description: string) => ({
    description,
    in: 'header',
    name,
    schema: { type: 'string' },
  })
  return [
    ...inPath,
    ...inQuery,
    ...(access === 'external' ? headers.map(([name, text]) => header(name, text)) : []),
    ...(docs.creates
      ? [header('Idempotency-Key', 'The same key with the same body answers as the first time.')]
      : []),
  ]
}

function requestBodyOf({ docs }: DescribedCall, body: z.ZodType): Json {
  const schema = withDescriptions(toSchema(body), docs.fields ?? {})
  const examples = examplesOf(
    docs.examples.filter((example) => example.body !== undefined),
    'body',
  )
  const content: Json = {
    'application/json': { schema, ...examples },
    'application/x-www-form-urlencoded': { schema },
  }
  if (docs.files) {
    const files = docs.files.map(({ description, names }): [string, Json] => [
      names[0] ?? '',
      { contentMediaType: 'application/octet-stream', description, type: 'string' },
    ])
    const properties = { ...(schema.properties as Json), ...Object.fromEntries(files) }
    content['multipart/form-data'] = { schema: { ...schema, properties } }
  }
  return { content, required: Array.isArray(schema.required) && schema.required.length > 0 }
}

function withDescriptions(schema: Json, fields: Record<string, string>): Json {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>).map(
    ([name, property]) => [
      name,
      fields[name] ? { ...property, description: fields[name] } : property,
    ],
  )
  return { ...schema, properties: Object.fromEntries(properties) as Json }
}

const keyScheme = (description: string): Json => ({
  description,
  in: 'header',
  name: 'X-API-KEY',
  type: 'apiKey',
})
