import type { DescribedCall, Example, RouteDocs } from '../routes/route'
import { examplesOf, type Json, toSchema } from './schema'

/** What a call is answered, by status. */
export function responsesOf(call: DescribedCall): Json {
  const { docs } = call
  const { answer, examples, status = 200 } = docs
  const successes = examples.filter((example) => (example.status ?? 200) === status)
  const failures = new Set(examples.map((example) => example.status ?? 200))
  failures.delete(status)
  const error = { schema: refTo(docs.deprecated ? 'OldError' : 'Error') }
  return {
    [status]: successOf(docs, successes),
    ...(answer === 'file' ? { 206: { description: 'A range of it' } } : {}),
    ...Object.fromEntries(
      [...new Set([...failures, ...usualFailures(call)])].map((code) => [
        code,
        {
          content: {
            'application/json': {
              ...error,
              ...examplesOf(
                examples.filter((example) => example.status === code),
                'answer',
              ),
            },
          },
          description:
            (answer === 'headers' && reasonsOfHeaders[code]) || reasons[code] || 'Refused',
        },
      ]),
    ),
  }
}

/** What any call of its kind may be answered. Old software is told in its own form what is missing or not there, with 200. */
function usualFailures({ access, docs, path }: DescribedCall): number[] {
  const { answer, body, creates, deprecated, files, query } = docs
  return [
    429,
    500,
    503,
    ...(access === 'public' ? [] : [401, 403]),
    ...(body ? [400, 413] : []),
    ...(!deprecated && (body || query) ? [422] : []),
    ...(!deprecated && path.includes(':') ? [404] : []),
    ...(creates ? [409] : []),
    ...(answer === 'file' ? [416] : []),
    ...(files ? [507] : []),
  ]
}

function successOf({ answer, deprecated, refuses }: RouteDocs, examples: Example[]): Json {
  const refusal = refTo(deprecated ? 'OldRefusal' : 'Refusal')
  if (answer === 'headers') return { description: 'Content-Length and Content-Type of the file' }
  if (answer === 'file') {
    return {
      content: {
        'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
        ...(refuses ? { 'application/json': { schema: refusal } } : {}),
      },
      description: refuses ? 'The file, or why the licence is refused' : 'The file',
    }
  }
  const schema = refuses ? { anyOf: [toSchema(answer), refusal] } : toSchema(answer)
  return {
    content: { 'application/json': { schema, ...examplesOf(examples, 'answer') } },
    description: refuses ? 'The verdict' : 'Done',
  }
}

const refTo = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })

const reasonsOfHeaders: Record<number, string> = {
  403: 'The key is of the other kind, or the caller is blacklisted',
}

const reasons: Record<number, string> = {
  400: 'The body cannot be read',
  401: 'The key is missing, unknown, revoked or expired',
  403: 'The key is of the other kind',
  404: 'Not there',
  409: 'The Idempotency-Key was used with another body',
  410: 'Over',
  413: 'The body is too large',
  416: 'The file has no such range',
  422: 'A field is missing or wrong',
  429: 'Too many requests; see Retry-After',
  500: 'Our fault',
  503: 'The database is busy or away; see Retry-After',
  507: 'There is no room for the file',
}
