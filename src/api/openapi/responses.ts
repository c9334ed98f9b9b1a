import type { DescribedCall, Example, RouteDocs } from '../routes/route'
import { examplesOf, type Json, toSchema } from './schema'

/** What a call is answered, by status. */
export function responsesOf({ access, docs }: DescribedCall): Json {
  const { answer, examples, status = 200 } = docs
  const successes = examples.filter((example) => (example.status ?? 200) === status)
  const failures = new Set(examples.map((example) => example.status ?? 200))
  failures.delete(status)
  const standard = access === 'public' ? [429] : [401, 403, 429]
  const error = { schema: refTo(docs.deprecated ? 'OldError' : 'Error') }
  return {
    [status]: successOf(docs, successes),
    ...(answer === 'file' ? { 206: { description: 'A range of it' } } : {}),
    ...Object.fromEntries(
      [...new Set([...failures, ...standard])].map((code) => [
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
          description: reasons[code] ?? 'Refused',
        },
      ]),
    ),
  }
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

const reasons: Record<number, string> = {
  401: 'The key is missing, unknown, revoked or expired',
  403: 'The key is of the other kind, or the caller is blacklisted where the answer is no verdict',
  404: 'Not there',
  410: 'Over',
  422: 'A field is missing or wrong',
  429: 'Too many requests; see Retry-After',
}
