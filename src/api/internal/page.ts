import { z } from 'zod'

import { ApiError } from '../errors'
import { fieldText } from '../messages'
import type { ApiContext } from '../types'

export const largestPage = 100
const usualPage = 20

/** Which page of a list. */
export const pageQuery = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  per_page: z.coerce.number().int().min(1).max(largestPage).default(usualPage),
})

/**
 * Which page of a list is asked for.
 *
 * @throws ApiError 422
 */
export function readPage(context: ApiContext): { limit: number; page: number } {
  const { page, per_page: limit } = readQuery(context, pageQuery)
  return { limit, page }
}

/**
 * Reads the parameters of an address. Empty ones, as forms of filters have them, are not there.
 *
 * @throws ApiError 422 that names the wrong ones
 */
export function readQuery<T extends z.ZodType>(context: ApiContext, schema: T): z.output<T> {
  const given = Object.entries(context.req.query()).filter(([, value]) => value.trim())
  const parsed = schema.safeParse(Object.fromEntries(given))
  if (parsed.success) return parsed.data
  const { invalid } = context.get('messages').fields
  const fields = parsed.error.issues.map(({ path }) => String(path[0]))
  const errors = Object.fromEntries(fields.map((field) => [field, [fieldText(invalid, field)]]))
  throw new ApiError(422, 'invalid', { errors })
}

/** A list as the contract has it. */
export function respondWithList(
  context: ApiContext,
  data: unknown[],
  { limit, page, total }: { limit: number; page: number; total: number },
): Response {
  return context.json({ data, meta: { total, page, per_page: limit } })
}
