import type { Context } from 'hono'

import { currentTrace } from '../http/trace'
import type { ApiError } from './errors'
import { messagesFor } from './messages'
import type { ApiEnv } from './types'

/** An error in the contract's form. */
export function respondWithError(context: Context<ApiEnv>, error: ApiError): Response {
  const trace = currentTrace()
  if (trace) trace.refusal = error.text
  const { errors = {}, retryAfterSeconds } = error.details
  const messages = context.get('messages') ?? messagesFor(null)
  const [firstError] = Object.values(errors).flat()
  if (retryAfterSeconds !== undefined) context.header('Retry-After', String(retryAfterSeconds))
  return context.json(
    { status: false, message: firstError ?? messages.errors[error.text], errors },
    error.status,
  )
}
