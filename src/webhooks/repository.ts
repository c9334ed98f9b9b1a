import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../licensing/types'

/** A message that is due. */
export type DueDelivery = {
  /** The exact text of an earlier attempt. */
  body: null | string
  /** With this one. */
  attempts: number
  eventId: string
  eventType: string
  id: string
  occurredAt: Date
  snapshot: Record<string, unknown>
  url: string
}

/** What came of an attempt. */
export type Attempt = {
  body: string
  durationMs: number
  error: null | string
  responseBody: null | string
  responseStatus: null | number
}

/** How long the attempts of what was taken at once may take before it counts as lost, with the process that took it. */
export const leaseSeconds = 60

/**
 * Takes messages of one address that are due, the oldest first: of the address that waits longest. What is taken is due again after a
 * minute, should nobody ever say what came of it.
 *
 * @param busy addresses that are left alone
 * @returns in the order in which things happened
 */
export async function takeDue(
  db: Queryable,
  busy: string[],
  limit: number,
): Promise<DueDelivery[]> {
  const isDue = sql`status = 'queued' and next_attempt_at <= now()`
  const { rows } = await db.execute(sql`
    with longest as materialized (
      select url from webhook_deliveries where ${isDue} and url <> all(${sql.param(busy)}::text[])
      order by next_attempt_at, occurred_at limit 1 for update skip locked),
    due as materialized (
      select id from webhook_deliveries where ${isDue} and url = (select url from longest)
      order by next_attempt_at, occurred_at limit ${limit} for update skip locked)
    update webhook_deliveries as taken set attempts = attempts + 1, last_error = null, response_status = null,
      next_attempt_at = now() + make_interval(secs => ${leaseSeconds})
    from due where taken.id = due.id
    returning taken.id, event_id, event_type, occurred_at, url, attempts, body, snapshot`)
  return rows
    .map((row) => ({
      attempts: Number(row.attempts),
      body: row.body as null | string,
      eventId: row.event_id as string,
      eventType: row.event_type as string,
      id: row.id as string,
      occurredAt: new Date(row.occurred_at as string),
      snapshot: (row.snapshot ?? {}) as Record<string, unknown>,
      url: row.url as string,
    }))
    .sort((one, other) => one.occurredAt.getTime() - other.occurredAt.getTime())
}

/** Gives back a message that was taken and not tried: it is due at once. */
export async function giveBack(db: Queryable, { attempts, id }: DueDelivery): Promise<void> {
  await db.execute(sql`
    update webhook_deliveries set attempts = attempts - 1, next_attempt_at = date_trunc('milliseconds', now())
    where id = ${id} and status = 'queued' and attempts = ${attempts}`)
}

/** Notes that a message has arrived. */
export async function noteDelivered(db: Queryable, id: string, attempt: Attempt): Promise<void> {
  await db.execute(sql`
    update webhook_deliveries set status = 'delivered', delivered_at = now(), next_attempt_at = null, ${answerOf(attempt)}
    where id = ${id}`)
}

/**
 * Notes that a message has not arrived.
 *
 * @param retryInSeconds null: it is given up
 */
export async function noteFailed(
  db: Queryable,
  id: string,
  attempt: Attempt,
  retryInSeconds: null | number,
): Promise<void> {
  const next =
    retryInSeconds === null
      ? sql`status = 'failed', next_attempt_at = null`
      : sql`next_attempt_at = now() + make_interval(secs => ${retryInSeconds})`
  await db.execute(
    sql`update webhook_deliveries set ${next}, ${answerOf(attempt)} where id = ${id}`,
  )
}

/**
 * Makes a message due again, from the first attempt on, also one that waits for its next attempt. One that is being sent has no outcome yet.
 *
 * @param id any text that is a UUID
 * @returns false where there is none, or it is on its way already
 */
export async function requeue(db: Queryable, id: string): Promise<boolean> {
  const { rows } = await db.execute(sql`
    update webhook_deliveries set status = 'queued', attempts = 0, next_attempt_at = date_trunc('milliseconds', now()), delivered_at = null
    where id = ${id} and (status <> 'queued' or last_error is not null or response_status is not null) returning id`)
  return rows.length > 0
}

/** Queues an event that no change of a row tells, for every address that wants it. */
export async function queueWebhook(
  db: Queryable,
  event: string,
  snapshot: Record<string, unknown>,
): Promise<void> {
  await db.execute(
    sql`select license_manager_queue_webhook(${event}, ${JSON.stringify(snapshot)}::jsonb)`,
  )
}

function answerOf({ body, durationMs, error, responseBody, responseStatus }: Attempt) {
  return sql`body = ${body}, duration_ms = ${durationMs}, last_error = ${error},
    response_body = ${responseBody}, response_status = ${responseStatus}`
}
