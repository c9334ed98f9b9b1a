import type { ContentfulStatusCode } from 'hono/utils/http-status'

import type { Messages } from './messages'

/** Errors by field, as the contract has them. */
export type FieldErrors = Record<string, string[]>

/** A request that is answered with an error of the contract instead of a result. */
export class ApiError extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    readonly text: keyof Messages['errors'],
    readonly details: { errors?: FieldErrors; retryAfterSeconds?: number } = {},
  ) {
    super(text)
    this.name = 'ApiError'
  }
}

/** SQLSTATE classes and codes that mean "not now": connection, resources, operator intervention, lock and statement timeouts. */
const passing = /^(?:08|53|57P|58)|^(?:55P03|57014|40001|40P01)$/
const passingNetwork = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])
/**
 * The same in words, of errors without a code: of the pool and the driver, and of Payload, which leaves the cause out of what it says of a
 * transaction that could not begin.
 */
const passingWords =
  /connection (?:terminated|timeout)|timeout (?:exceeded|expired)|read timeout|is not queryable|cannot begin transaction|after calling end on the pool/i
const retryAfterSeconds = 5

/** What goes wrong inside as an error that tells nothing of the inside: 503 where trying again helps, else 500. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  return isPassing(error)
    ? new ApiError(503, 'unavailable', { retryAfterSeconds })
    : new ApiError(500, 'internal')
}

function isPassing(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { cause, code, message } = error as { cause?: unknown; code?: unknown; message?: unknown }
  if (typeof code === 'string' && (passing.test(code) || passingNetwork.has(code))) return true
  if (typeof message === 'string' && passingWords.test(message)) return true
  return cause !== undefined && cause !== error && isPassing(cause)
}
