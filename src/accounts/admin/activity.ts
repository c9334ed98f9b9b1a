import { sql } from '@payloadcms/db-postgres/drizzle'

import type { ActivityEvent as LoggedEvent } from '../../../collections/ActivityLog/values'
import type { ActorKind } from '../../licensing/actor'
import type { Queryable } from '../../licensing/types'

/** Something that happened to a customer, or that a customer did. */
export type ActivityEvent = {
  at: string
  event: 'login' | 'loginFailed' | 'mail' | LoggedEvent
  id: string
  ip: null | string
  what: string
  /** Who did it; null where it goes without saying. */
  who: { kind: ActorKind; label: null | string } | null
}

/**
 * The newest events of a customer, the newest first: of the activity log those of the account and of what belongs to it, with the
 * logins and the mails. Each part is bounded by itself.
 */
export async function activityOf(
  db: Queryable,
  customer: string,
  limit: number,
): Promise<ActivityEvent[]> {
  const logged = sql`'log' as source, g.id::text as id, g.at, g.event::text as event, g.label as what,
    g.actor_kind::text as actor_kind, g.actor_label, g.ip`
  const { rows } = await db.execute(sql`
    with c as (select client_id, confirmed_at, email from customers where id = ${customer})
    (select ${logged} from activity_log g join c on g.customer_id = c.client_id order by g.at desc limit ${limit})
    union all (select ${logged} from c
      join licenses l on l.customer_id is null and l.email = c.email and c.confirmed_at is not null
      join activity_log g on g.license_id = l.id::text and g.customer_id is distinct from c.client_id
      order by g.at desc limit ${limit})
    union all (select 'login', e.id::text, e.created_at, case outcome when 'success' then 'login' else 'loginFailed' end,
      case when outcome = 'success' then null else outcome::text end, null, null, e.ip
      from login_events e where e.customer_id = ${customer} order by e.created_at desc limit ${limit})
    union all (select 'mail', m.id::text, m.sent_at, 'mail', coalesce(m.subject, m.template), null, null, null
      from mails m where m.customer_id = ${customer} and m.sent_at is not null order by m.created_at desc limit ${limit})
    order by at desc limit ${limit}`)
  return (rows as ActivityRow[]).map((row) => ({
    at: new Date(row.at).toISOString(),
    event: row.event,
    id: `${row.source}-${row.id}`,
    ip: row.ip,
    what: row.what ?? '',
    who: row.actor_kind && { kind: row.actor_kind, label: row.actor_label },
  }))
}

type ActivityRow = {
  actor_kind: ActorKind | null
  actor_label: null | string
  at: string
  event: ActivityEvent['event']
  id: string
  ip: null | string
  source: string
  what: null | string
}
