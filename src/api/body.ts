import { z } from 'zod'

import { type MaybePromise, whenKnown } from '../async/whenKnown'
import { ApiError, type FieldErrors } from './errors'
import { readForm } from './form'
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

/** Text that a shop may have as a number, and sends as one: of an invoice, a customer, a product. */
export const numbered = (longest = 255) =>
  z.union([text(longest), z.number().int().nonnegative().transform(String)])

/** Yes or no, also as forms have it. */
export const flag = () =>
  z.union([
    z.boolean(),
    z
      .literal([0, 1, '0', '1', 'false', 'true'])
      .transform((value) => /^(?:1|true)$/.test(`${value}`)),
  ])

/** Nothing, as forms have it. */
export const empty = z.literal('').transform(() => null)

const absent = () => undefined

/** A field that may be left out, for which null and an empty text are the same. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.union([z.null().transform(absent), z.literal('').transform(absent), schema]).optional()

/** A limit: a whole number from 1, also as text; nothing means no limit. */
export const limit = () =>
  z
    .union([
      z.number(),
      empty,
      z
        .string()
        .regex(/^\d{1,7}$/)
        .transform(Number),
    ])
    .pipe(z.number().int().min(1).max(1_000_000).nullable())
    .nullish()

/**
 * Reads the body of a call: JSON, or a form as old clients send it.
 *
 * @throws ApiError 400 for what cannot be read, 422 that names the fields
 */
export function readBody<T extends z.ZodType>(
  context: ApiContext,
  schema: T,
): MaybePromise<z.output<T>> {
  return whenKnown(readRaw(context), (body) => {
    const parsed = schema.safeParse(body, { reportInput: true })
    if (parsed.success) return parsed.data
    throw new ApiError(422, 'invalid', {
      errors: toFieldErrors(parsed.error, context.get('messages')),
    })
  })
}

/**
 * What a body holds, not checked yet.
 *
 * @throws ApiError 400
 */
export function readRaw(context: ApiContext): MaybePromise<unknown> {
  const upload = context.get('upload')
  if (upload) return upload.fields
  const type = context.req.header('content-type') ?? ''
  if (isMultipart(type)) return readMultipart(context, type)
  return context.req.text().then((body) => parseText(body.trim(), type))
}

/** What tells a body from others: of a multipart form its fields, for its boundary is another each time. */
export async function identityOf(context: ApiContext): Promise<string> {
  const type = context.req.header('content-type') ?? ''
  if (!isMultipart(type)) return context.req.text()
  const fields = Object.entries(await readMultipart(context, type))
  return JSON.stringify(
    fields.sort(([one], [other]) => (one < other ? -1 : 1)),
    (_, value: unknown) => (value instanceof File ? [value.name, value.size] : value),
  )
}

function parseText(body: string, type: string): unknown {
  if (!body) return {}
  // Much software announces whatever it posts as a form.
  const isForm = /^application\/x-www-form-urlencoded/i.test(type) && !/^[[{]/.test(body)
  if (isForm) return readForm(new URLSearchParams(body))
  const value = parseJson(body)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ApiError(400, 'bodyNotObject')
  }
  return value
}

const isMultipart = (type: string) => /^multipart\/form-data/i.test(type)

async function readMultipart(context: ApiContext, type: string): Promise<Record<string, unknown>> {
  try {
    const body = await context.req.arrayBuffer()
    const form = await new Response(body, { headers: { 'content-type': type } }).formData()
    return readForm(form)
  } catch {
    throw new ApiError(400, 'malformed')
  }
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
    const sentence = isNothing(issue.input) ? messages.fields.required : messages.fields.invalid
    errors[field] ??= [fieldText(sentence, field)]
  }
  return errors
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}
