import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../licensing/types'

/** Something that happened to a customer, or that a customer did. */
export type ActivityEvent = {
  at: string
  event:
    | 'activated'
    | 'confirmed'
    | 'created'
    | 'deactivated'
    | 'disabled'
    | 'issued'
    | 'login'
    | 'loginFailed'
    | 'mail'
  id: string
  what: string
}

/** The newest events of a customer from every table that knows of some, the newest first. Each part is bounded by itself. */
export async function activityOf(
  db: Queryable,
  customer: string,
  limit: number,
): Promise<ActivityEvent[]> {
  const { rows } = await db.execute(sql`
    with c as (select * from customers where id = ${customer}),
    l as (
      select l.* from licenses l join c on l.customer_id = c.client_id
      union all
      select l.* from licenses l join c on l.customer_id is null and l.email = c.email and c.confirmed_at is not null
    )
    (select 'created' as event, id::text || 'c' as id, created_at as at, email as what from c)
    union all (select 'confirmed', id::text || 'v', confirmed_at, email from c where confirmed_at is not null)
    union all (select 'disabled', id::text || 'd', disabled_at, email from c where disabled_at is not null)
    union all (select 'issued', id::text, created_at, code from l order by created_at desc limit ${limit})
    union all (select 'activated', a.id::text, a.activated_at, coalesce(a.domain, a.license_code)
      from activations a join l on l.id = a.license_id order by a.activated_at desc limit ${limit})
    union all (select 'deactivated', a.id::text || 'd', a.deactivated_at, coalesce(a.domain, a.license_code)
      from activations a join l on l.id = a.license_id where a.deactivated_at is not null
      order by a.deactivated_at desc limit ${limit})
    union all (select case outcome when 'success' then 'login' else 'loginFailed' end, e.id::text, e.created_at,
      concat_ws(', ', e.ip, case when outcome = 'success' then null else outcome::text end)
      from login_events e where e.customer_id = ${customer} order by e.created_at desc limit ${limit})
    union all (select 'mail', m.id::text, m.sent_at, coalesce(m.subject, m.template)
      from mails m where m.customer_id = ${customer} and m.sent_at is not null order by m.created_at desc limit ${limit})
    order by at desc limit ${limit}`)
  return rows.map((row) => ({
    at: new Date(row.at as string).toISOString(),
    event: row.event as ActivityEvent['event'],
    id: `${row.event as string}-${row.id as string}`,
    what: (row.what as null | string) ?? '',
  }))
}
