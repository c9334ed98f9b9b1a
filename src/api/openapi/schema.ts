import { z } from 'zod'

import type { Example } from '../routes/route'

/** A part of the document. */
export type Json = Record<string, unknown>

/** A schema as JSON Schema 2020-12, of what goes in. */
export function toSchema(schema: z.ZodType): Json {
  const json = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-2020-12',
    unrepresentable: 'any',
  }) as Json
  delete json.$schema
  return json
}

/** Of examples the part that one place of the document shows. */
export function examplesOf(examples: Example[], part: 'answer' | 'body'): Json {
  const shown = examples.filter((example) => example[part] !== undefined)
  if (shown.length === 0) return {}
  return {
    examples: Object.fromEntries(shown.map((example) => [example.title, { value: example[part] }])),
  }
}
