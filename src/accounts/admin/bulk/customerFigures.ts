import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../../licensing/types'

/** What a list says of a customer beside the customer's own fields. */
export type CustomerFigures = {
  activeActivations: number
  avatarFile: null | string
  licenses: number
}

/**
 * Licences and active activations of some customers, by their ids: those that carry the Client ID and, of confirmed addresses, those
 * that carry none but the address. One statement for all of them, each part by an index.
 */
export async function customerFigures(
  db: Queryable,
  ids: readonly string[],
): Promise<Map<string, CustomerFigures>> {
  if (ids.length === 0) return new Map()
  const { rows } = await db.execute(sql`
    select c.id, v.filename as avatar, coalesce(o.licenses, 0) as licenses, coalesce(o.active, 0) as active
    from customers c
    left join avatars v on v.id = c.avatar_id
    left join lateral (
      select count(*) as licenses,
        sum((select count(*) from activations a where a.license_id = l.id and a.is_active)) as active
      from (
        select id from licenses where customer_id = c.client_id
        union all
        select id from licenses where customer_id is null and email = c.email and c.confirmed_at is not null
      ) l
    ) o on true
    where c.id = any(${sql.param([...ids])}::uuid[])`)
  return new Map(
    rows.map((row) => [
      row.id as string,
      {
        activeActivations: Number(row.active),
        avatarFile: row.avatar as null | string,
        licenses: Number(row.licenses),
      },
    ]),
  )
}

/** How many licences some customers have between them. */
export async function countLicensesOf(db: Queryable, ids: readonly string[]): Promise<number> {
  const { rows } = await db.execute(sql`
    select count(*) as count from customers c
    join lateral (
      select id from licenses where customer_id = c.client_id
      union all
      select id from licenses where customer_id is null and email = c.email and c.confirmed_at is not null
    ) l on true
    where c.id = any(${sql.param([...ids])}::uuid[])`)
  return Number(rows[0]?.count ?? 0)
}
