import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../../licensing/types'

export type InactiveFilter = {
  /** Customers who own licences are left out. */
  keepsOwners: boolean
  /** Whoever logged in since, or came since, is active. */
  since: Date
}

/** Accounts that nobody has used since a moment, the longest unused first. */
export async function inactiveCustomers(
  db: Queryable,
  { keepsOwners, since }: InactiveFilter,
  limit: number,
): Promise<{ email: string; id: string; lastSeen: string }[]> {
  const owned = sql`
    exists (select 1 from licenses l where l.customer_id = c.client_id)
    or c.confirmed_at is not null
      and exists (select 1 from licenses l where l.customer_id is null and l.email = c.email)`
  const { rows } = await db.execute(sql`
    select c.id, c.email, coalesce(c.last_login, c.created_at) as last_seen from customers c
    where c.created_at < ${since.toISOString()}
      and (c.last_login is null or c.last_login < ${since.toISOString()})
      ${keepsOwners ? sql`and not (${owned})` : sql``}
    order by last_seen, c.id limit ${limit}`)
  return rows.map((row) => ({
    email: row.email as string,
    id: row.id as string,
    lastSeen: new Date(row.last_seen as string).toISOString(),
  }))
}
