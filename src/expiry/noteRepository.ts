import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../licensing/types'

/** A stretch of time, without its beginning and with its end. */
export type Stretch = { from: Date; until: Date }

export type MomentEvent = 'license.expired' | 'license.expiring' | 'license.update_support_expired'

const key = 'license-manager:expiry-noted-until'
/** An edit is seen when its transaction ends, which may be after the moment that it bears. */
const commitPatience = sql`interval '5 minutes'`

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

/**
 * Notes an event for every licence in order whose moment falls into a stretch of time.
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
  const moment = sql.identifier(columnOf(event))
  const days = sql`make_interval(days => ${daysBefore}::int)`
  const { rows } = await transaction.execute(sql`
    with due as (
      select l.* from licenses l where l.is_valid is not false
        and l.${moment} > ${from.toISOString()}::timestamptz + ${days}
        and l.${moment} <= ${until.toISOString()}::timestamptz + ${days}
    ) ${tellDue(event, daysBefore > 0 ? { days: daysBefore } : null)}`)
  return rows.length
}

/**
 * Notes the end of licences in order that an edit moved from the future, or from nowhere, to where everything was noted already: somebody ended them. What
 * was noted since the edit is not noted again.
 *
 * @param atMost how many
 * @returns how many
 */
export async function noteEdits(
  transaction: Queryable,
  event: Exclude<MomentEvent, 'license.expiring'>,
  now: Date,
  atMost: number,
): Promise<number> {
  const name = columnOf(event)
  const moment = sql.identifier(name)
  const { rows } = await transaction.execute(sql`
    with mark as (
      select (data #>> '{}')::timestamptz as moment from payload_kv where key = ${key} for update
    ), edits as (
      select a.license_id, a.at, mark.moment from activity_log a, mark
      where a.event = 'license.updated' and a.at > mark.moment - ${commitPatience} and a.at <= ${now.toISOString()}
        and a.details ? ${name}::text
        and coalesce((a.details -> ${name}::text ->> 0)::timestamptz > a.at, true)
    ), due as (
      select distinct on (l.id) l.* from edits e join licenses l on l.id = e.license_id::uuid
      where l.is_valid is not false and l.${moment} <= e.at and l.${moment} <= e.moment
        and not exists (select 1 from activity_log n
          where n.license_id = e.license_id and n.event = ${event}::enum_activity_log_event and n.at >= e.at)
      limit ${atMost}
    ) ${tellDue(event, null)}`)
  return rows.length
}

function columnOf(event: MomentEvent): 'expires_at' | 'updates_until' {
  return event === 'license.update_support_expired' ? 'updates_until' : 'expires_at'
}

/** Logs an event of the licences of `due`, and queues it for other systems: a row for each. */
function tellDue(event: MomentEvent, details: null | { days: number }): SQL {
  return sql`, logged as (
      insert into activity_log (at, event, label, actor_kind, subject_id, license_id, customer_id, details)
      select clock_timestamp(), ${event}::enum_activity_log_event, code, 'system', id::text, id::text, customer_id,
        ${details && JSON.stringify(details)}::jsonb
      from due
    )
    select license_manager_queue_webhook(${event}, to_jsonb(due)) from due`
}
