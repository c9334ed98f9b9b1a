import { z } from 'zod'

import { ApiError, type FieldErrors } from './errors'
import { fieldText, type Messages } from './messages'
import type { ApiContext } from './types'

/** Text that PostgreSQL can store. */
export const text = (longest = 255) =>
  z
    .string()
    .max(longest)
    .refine((value) => !value.includes('\u0000'))

/** Text that must hold something. */
export const requiredText = (longest = 255) => text(longest).trim().min(1)

/**
 * Reads the body of a call: JSON, or a form as old clients send it.
 *
 * @throws ApiError 400 for what cannot be read, 422 that names the fields
 */
export async function readBody<T extends z.ZodType>(
  context: ApiContext,
  schema: T,
): Promise<z.output<T>> {
  const parsed = schema.safeParse(await readRaw(context), { reportInput: true })
  if (parsed.success) return parsed.data
  throw new ApiError(422, 'invalid', {
    errors: toFieldErrors(parsed.error, context.get('messages')),
  })
}

async function readRaw(context: ApiContext): Promise<unknown> {
  const type = context.req.header('content-type') ?? ''
  if (/^(?:application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type)) {
    try {
      return await context.req.parseBody()
    } catch {
      throw new ApiError(400, 'malformed')
    }
  }
  const body = await context.req.text()
  if (!body.trim()) return {}
  const value = parseJson(body)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ApiError(400, 'bodyNotObject')
  }
  return value
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new ApiError(400, 'malformed')
  }
}

function toFieldErrors(error: z.ZodError, messages: Messages): FieldErrors {
  const errors: FieldErrors = {}
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? 'body')
    const isMissing = issue.code === 'too_small' || issue.input === undefined
    const sentence = isMissing ? messages.fields.required : messages.fields.invalid
    errors[field] ??= [fieldText(sentence, field)]
  }
  return errors
}
