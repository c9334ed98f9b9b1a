import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../licensing/types'

/** A stretch of time, without its beginning and with its end. */
export type Stretch = { from: Date; until: Date }

export type MomentEvent = 'license.expired' | 'license.expiring' | 'license.update_support_expired'

const key = 'license-manager:expiry-noted-until'

/**
 * Moves the mark up to which everything was noted, and holds it until the transaction ends.
 *
 * @returns the stretch that is to be noted now; null at the very first time, and where there is none
 */
export async function moveMark(
  transaction: Queryable,
  now: Date,
  longestMs: number,
): Promise<null | Stretch> {
  const moment = now.toISOString()
  const { rows: begun } = await transaction.execute(sql`
    insert into payload_kv (key, data) values (${key}, to_jsonb(${moment}::text))
    on conflict (key) do nothing returning key`)
  if (begun.length > 0) return null
  const { rows } = await transaction.execute(
    sql`select data #>> '{}' as mark from payload_kv where key = ${key} for update`,
  )
  const from = new Date(rows[0]?.mark as string)
  if (from >= now) return null
  const until = new Date(Math.min(now.getTime(), from.getTime() + longestMs))
  await transaction.execute(
    sql`update payload_kv set data = to_jsonb(${until.toISOString()}::text) where key = ${key}`,
  )
  return { from, until }
}

/** An edit is seen when its transaction ends, which may be after the moment that it bears. */
const commitPatience = sql`interval '5 minutes'`

/**
 * Notes an event for every licence in order whose moment falls into a stretch of time. The moment itself is also noted of a licence that was
 * edited in that time and whose moment had passed before, as of one that is ended now; not of one that was created so.
 *
 * @param daysBefore how many days before the moment itself
 * @returns how many
 */
export async function noteMoment(
  transaction: Queryable,
  event: MomentEvent,
  { from, until }: Stretch,
  daysBefore: number,
): Promise<number> {
  const moment = sql.identifier(
    event === 'license.update_support_expired' ? 'updates_until' : 'expires_at',
  )
  const days = sql`make_interval(days => ${daysBefore}::int)`
  const { rows } = await transaction.execute(sql`
    with due as (
      select l.* from licenses l where l.is_valid is not false
        and l.${moment} > ${from.toISOString()}::timestamptz + ${days}
        and l.${moment} <= ${until.toISOString()}::timestamptz + ${days}
      union all
      select l.* from licenses l where ${daysBefore}::int = 0 and l.is_valid is not false
        and l.updated_at > ${from.toISOString()}::timestamptz - ${commitPatience} and l.updated_at <= ${until.toISOString()}::timestamptz
        and l.updated_at > l.created_at and l.${moment} <= ${from.toISOString()}::timestamptz
        and not exists (select 1 from activity_log a
          where a.license_id = l.id::text and a.event = ${event}::enum_activity_log_event and a.at >= l.${moment})
    ), logged as (
      insert into activity_log (at, event, label, actor_kind, subject_id, license_id, customer_id, details)
      select clock_timestamp(), ${event}::enum_activity_log_event, code, 'system', id::text, id::text, customer_id,
        ${daysBefore > 0 ? JSON.stringify({ days: daysBefore }) : null}::jsonb
      from due
    )
    select license_manager_queue_webhook(${event}, to_jsonb(due)) from due`)
  return rows.length
}
