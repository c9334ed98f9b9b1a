import { createHash } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { transactionOf } from '../../../collections/transaction'
import type { Queryable } from '../../licensing/types'
import { identityOf } from '../body'
import { ApiError } from '../errors'
import type { ApiContext } from '../types'
import { inTransaction } from './request'

/** What a creating call answers with. */
export type Created = { body: Record<string, unknown>; status: 200 | 201 }

/** A call that creates something in the transaction of the request that it gets. */
export type CreatingHandler = (context: ApiContext, req: PayloadRequest) => Promise<Created>

const longestKey = 255

/**
 * A creating call that may carry an `Idempotency-Key`: the same key with the same body answers as the first time did, also when both
 * come at once. What is created and what is answered are stored in one transaction.
 *
 * @param complete adds what is told but never stored, such as a secret, to the first answer and to its repetitions
 * @returns a handler; it throws ApiError 409 for a key that was used with another body
 */
export function idempotent(
  handler: CreatingHandler,
  complete: (context: ApiContext, body: Created['body']) => Created['body'] = (_, body) => body,
): (context: ApiContext) => Promise<Response> {
  return async (context) => {
    const given = context.req.header('idempotency-key')?.trim()
    const { body, status } = await inTransaction(context, (req) =>
      given ? answerOnce(context, req, given, handler) : handler(context, req),
    )
    return context.json(complete(context, body), status)
  }
}

async function answerOnce(
  context: ApiContext,
  req: PayloadRequest,
  given: string,
  handler: CreatingHandler,
): Promise<Created> {
  if (given.length > longestKey) throw new ApiError(422, 'invalid')
  const key = sha256(
    [context.get('apiKey').id, context.req.method, context.req.path, given].join('\n'),
  )
  const requestHash = context.get('upload')?.digest ?? sha256(await identityOf(context))
  const transaction = await transactionOf(req)
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
  const first = await findAnswer(transaction, key)
  if (first && first.requestHash !== requestHash) throw new ApiError(409, 'idempotencyConflict')
  if (first) return first.answer
  const answer = await handler(context, req)
  await transaction.execute(sql`
    insert into idempotency_keys (key, request_hash, status, body)
    values (${key}, ${requestHash}, ${answer.status}, ${JSON.stringify(JSON.stringify(answer.body))}::jsonb)`)
  return answer
}

async function findAnswer(
  transaction: Queryable,
  key: string,
): Promise<{ answer: Created; requestHash: string } | null> {
  const { rows } = await transaction.execute(
    sql`select request_hash, status, body from idempotency_keys where key = ${key}`,
  )
  // The body is kept as text, so that the answer is the first one to the letter.
  const row = rows[0] as undefined | { body: string; request_hash: string; status: string }
  if (!row) return null
  const status = Number(row.status) === 201 ? 201 : 200
  return {
    answer: { body: JSON.parse(row.body) as Created['body'], status },
    requestHash: row.request_hash,
  }
}

function sha256(value: string): string {
  return createHash('sha256').update(value).digest('hex')
}
