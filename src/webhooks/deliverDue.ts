import { setTimeout } from 'node:timers/promises'

import type { Payload } from 'payload'

import { postToPublic, type PublicAnswer, type PublicRequestOptions } from '../http/publicRequest'
import type { Queryable } from '../licensing/types'
import { readSecret } from '../secrets/secretField'
import { pauseAfter } from './backoff'
import { describeSnapshot } from './describe'
import {
  type Attempt,
  type DueDelivery,
  giveBack,
  noteDelivered,
  noteFailed,
  takeDue,
} from './repository'
import { headersOf } from './sign'
import { slugOf } from '../slugs/slugOf'

/** How many addresses are served at a time. */
const mostLanes = 10
/** How many messages of one address are taken at a time: their attempts, one after another, end before they are due again. */
export const atOnce = 5
export const attemptMs = 10_000
const lookAgainMs = 1000

/** With how long an address is waited for. */
type SendOptions = { timeoutMs: number } & PublicRequestOptions

/**
 * Sends the messages that are due, until none is left: to each address one after another, in the order in which things happened. No address
 * waits for another, up to ten that do not answer. It may be cut off anywhere and run twice at a time; what was sent without being noted is
 * sent again under the same id.
 *
 * @param signal ends it after the attempts that are being made
 * @returns how many were sent or tried
 */
export async function deliverDue(
  payload: Payload,
  signal?: AbortSignal,
  { timeoutMs = attemptMs, ...options }: Partial<SendOptions> = {},
): Promise<number> {
  const { drizzle: db } = payload.db as unknown as { drizzle: Queryable }
  const lanes = new Map<string, Promise<void>>()
  const failures: unknown[] = []
  let total = 0

  const run = async (due: DueDelivery[]) => {
    const secret = await readSecret(payload, slugOf('settings'), 'webhookSecret')
    for (const delivery of due) {
      if (signal?.aborted) {
        await giveBack(db, delivery)
      } else {
        await deliver(db, delivery, secret, { ...options, timeoutMs })
        total += 1
      }
    }
  }
  try {
    while (!signal?.aborted && failures.length === 0) {
      const isFull = lanes.size >= mostLanes
      const due = isFull ? [] : await takeDue(db, [...lanes.keys()], atOnce)
      const url = due[0]?.url
      if (url !== undefined) {
        const lane = run(due)
          .catch((error: unknown) => void failures.push(error))
          .finally(() => lanes.delete(url))
        lanes.set(url, lane)
      } else if (lanes.size === 0) {
        break
      } else {
        await endOfOne(lanes.values())
      }
    }
  } finally {
    await Promise.all(lanes.values())
  }
  if (failures.length > 0) throw failures[0]
  return total
}

/** Waits until a lane ends, but not longer than others may have to wait that are due by then. */
async function endOfOne(lanes: Iterable<Promise<void>>): Promise<void> {
  const waiting = new AbortController()
  const pause = setTimeout(lookAgainMs, undefined, { signal: waiting.signal })
  await Promise.race([...lanes, pause.catch(() => undefined)])
  waiting.abort()
}

async function deliver(
  db: Queryable,
  delivery: DueDelivery,
  secret: null | string,
  options: SendOptions,
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
  const payload = await describeSnapshot(db, eventType, snapshot, occurredAt)
  return JSON.stringify({ event_type: eventType, timestamp: occurredAt.toISOString(), payload })
}

async function send(
  { body, eventId, eventType, occurredAt, url }: { body: string } & DueDelivery,
  secret: null | string,
  { timeoutMs, ...rest }: SendOptions,
): Promise<Error | PublicAnswer> {
  const timestamp = occurredAt.toISOString()
  const headers = headersOf({ body, eventId, eventType, timestamp }, secret)
  try {
    return await postToPublic({ body, headers, timeoutMs, url }, rest)
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
