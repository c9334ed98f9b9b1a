import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../licensing/types'

/** A licence that is to be warned of. */
export type ExpiringLicense = {
  customer: null | string
  days: number
  expiresAt: string
  id: string
  to: string
}

/**
 * Licences that expire within the furthest of some days, with the nearest of those days that they are within, that were not warned of
 * for it yet and that somebody can be told about. Read by the index on the expiry.
 */
export async function findUnwarned(
  db: Queryable,
  { days, limit, now }: { days: readonly number[]; limit: number; now: Date },
): Promise<ExpiringLicense[]> {
  const { rows } = await db.execute(sql`
    select l.id, l.expires_at, d.days, c.id as customer, coalesce(c.email, l.email) as "to"
    from licenses l
    join lateral (
      select min(day) as days from unnest(${sql.param([...days])}::int[]) as day
      where l.expires_at <= ${now.toISOString()}::timestamptz + make_interval(days => day)
    ) d on d.days is not null
    left join lateral (
      select id, email from customers c where c.confirmed_at is not null and (c.client_id = l.customer_id
        or l.customer_id is null and c.email = l.email) limit 1
    ) c on true
    where l.is_valid is not false and l.expires_at > ${now.toISOString()}
      and l.expires_at <= ${now.toISOString()}::timestamptz + make_interval(days => ${Math.max(...days)}::int)
      and coalesce(c.email, l.email) is not null
      and not exists (select 1 from mails m where m.once_key = ${keyOf()})
    order by l.expires_at, l.id limit ${limit}`)
  return rows.map((row) => ({
    customer: row.customer as null | string,
    days: Number(row.days),
    expiresAt: new Date(row.expires_at as string).toISOString(),
    id: row.id as string,
    to: row.to as string,
  }))
}

/** One mail per licence, warning and date of expiry; a licence that was put off is warned of anew. */
function keyOf() {
  return sql`'expiry:' || l.id || ':' || d.days || ':' || extract(epoch from l.expires_at)::bigint`
}

/**
 * Notes that a licence is warned of.
 *
 * @returns the id of the mail, null where another worker was first
 */
export async function insertWarning(
  db: Queryable,
  { customer, days, expiresAt, id, to }: ExpiringLicense,
): Promise<null | string> {
  const key = `expiry:${id}:${days}:${Math.round(new Date(expiresAt).getTime() / 1000)}`
  const data = JSON.stringify({ days, expiresAt, license: id })
  const { rows } = await db.execute(sql`
    insert into mails ("to", template, customer_id, license_id, data, status, attempts, once_key, created_at, updated_at)
    values (${to}, 'expiryWarning', ${customer}, ${id}, ${data}::jsonb, 'queued', 0, ${key}, now(), now())
    on conflict (once_key) do nothing returning id`)
  return (rows[0]?.id as string | undefined) ?? null
}
