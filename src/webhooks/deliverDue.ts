import type { Payload } from 'payload'

import { postToPublic, type PublicAnswer, type PublicRequestOptions } from '../http/publicRequest'
import type { Queryable } from '../licensing/types'
import { readSecret } from '../secrets/secretField'
import { pauseAfter } from './backoff'
import { describeSnapshot } from './describe'
import { type Attempt, type DueDelivery, noteDelivered, noteFailed, takeDue } from './repository'
import { headersOf } from './sign'

const atOnce = 10
const timeoutMs = 10_000

/**
 * Sends the messages that are due, some at a time, until none is left. It may be cut off anywhere and run twice at a time; what was sent
 * without being noted is sent again under the same id.
 *
 * @param signal ends it between two batches
 * @returns how many were sent or tried
 */
export async function deliverDue(
  payload: Payload,
  signal?: AbortSignal,
  options: PublicRequestOptions = {},
): Promise<number> {
  const { drizzle: db } = payload.db as unknown as { drizzle: Queryable }
  let total = 0
  while (!signal?.aborted) {
    const due = await takeDue(db, atOnce)
    if (due.length === 0) break
    const secret = await readSecret(payload, 'settings', 'webhookSecret')
    // One after another to each address, in the order in which it happened; addresses do not wait for each other.
    await Promise.all(
      groupByUrl(due).map(async (deliveries) => {
        for (const delivery of deliveries) await deliver(db, delivery, secret, options)
      }),
    )
    total += due.length
  }
  return total
}

function groupByUrl(due: DueDelivery[]): DueDelivery[][] {
  const groups = new Map<string, DueDelivery[]>()
  for (const delivery of due) {
    groups.set(delivery.url, [...(groups.get(delivery.url) ?? []), delivery])
  }
  return [...groups.values()]
}

async function deliver(
  db: Queryable,
  delivery: DueDelivery,
  secret: null | string,
  options: PublicRequestOptions,
): Promise<void> {
  const body = delivery.body ?? (await bodyOf(db, delivery))
  const begun = performance.now()
  const answer = await send({ ...delivery, body }, secret, options)
  const isError = answer instanceof Error
  const attempt: Attempt = {
    body,
    durationMs: Math.round(performance.now() - begun),
    error: isError ? answer.message.slice(0, 500) : null,
    responseBody: isError ? null : answer.body,
    responseStatus: isError ? null : answer.status,
  }
  if (!isError && answer.status >= 200 && answer.status < 300) {
    return noteDelivered(db, delivery.id, attempt)
  }
  return noteFailed(db, delivery.id, attempt, pauseAfter(delivery.attempts))
}

async function bodyOf(
  db: Queryable,
  { eventType, occurredAt, snapshot }: DueDelivery,
): Promise<string> {
  const payload = await describeSnapshot(db, eventType, snapshot)
  return JSON.stringify({ event_type: eventType, timestamp: occurredAt.toISOString(), payload })
}

async function send(
  { body, eventId, eventType, occurredAt, url }: { body: string } & DueDelivery,
  secret: null | string,
  options: PublicRequestOptions,
): Promise<Error | PublicAnswer> {
  const timestamp = occurredAt.toISOString()
  const headers = headersOf({ body, eventId, eventType, timestamp }, secret)
  try {
    return await postToPublic({ body, headers, timeoutMs, url }, options)
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
