import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  NotFound,
  type PayloadRequest,
  ValidationError,
} from 'payload'

import { transactionOf } from '../../../collections/transaction'
import { toSetting } from '../../licensing/actor'
import { limitWaiting } from '../../licensing/repository/transaction'
import { ApiError, type FieldErrors } from '../errors'
import { fieldText, type Messages } from '../messages'
import type { ApiContext } from '../types'
import { columnOf } from '../../text/columnOf'

/**
 * Runs writes of Payload's Local API in one transaction. An internal key is the shop's own back end and may do what an
 * administrator may, so these calls override access; the key was checked before.
 *
 * @throws ApiError 422 for what the collections refuse, 404 for what was deleted meanwhile
 */
export async function inTransaction<T>(
  context: ApiContext,
  run: (req: PayloadRequest) => Promise<T>,
): Promise<T> {
  const req = await createLocalReq({}, context.get('services').payload)
  const since = performance.now()
  await initTransaction(req)
  try {
    await limitWaiting(await transactionOf(req), toSetting(), since)
    const result = await run(req)
    await commitTransaction(req)
    return result
  } catch (error) {
    await killTransaction(req)
    throw toApiError(error, context.get('messages'))
  }
}

/** What the API calls the fields of the collections, where it is not their name with underscores. */
const names: Record<string, string> = {
  code: 'license_code',
  codeKey: 'license_code',
  product: 'product_reference_id',
}

function toApiError(error: unknown, messages: Messages): unknown {
  if (error instanceof ValidationError) return toFieldErrors(error, messages)
  return error instanceof NotFound ? new ApiError(404, 'notFound') : error
}

function toFieldErrors({ data }: ValidationError, messages: Messages): ApiError {
  const errors: FieldErrors = {}
  for (const { message, path } of data.errors) {
    const field = fieldOf(path)
    const isTaken = message.includes('unique') || message.includes('already registered')
    errors[field] ??= [isTaken ? fieldText(messages.fields.taken, field) : message]
  }
  return new ApiError(422, 'invalid', { errors })
}

function fieldOf(path: string): string {
  // Where several together must be unique, the last of them is what tells two apart.
  const name = path.split(', ').at(-1) ?? path
  return names[name] ?? columnOf(name)
}

/** A part of the path that names something. */
export function pathName(context: ApiContext, name: string): string {
  const value = context.req.param(name) ?? ''
  if (!value || value.includes('\u0000')) throw new ApiError(404, 'notFound')
  return value
}
