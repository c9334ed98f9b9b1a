import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../licensing/types'

/** A licence that is about to expire. */
export type ExpiringLicense = { code: string; expiresAt: Date; id: string; product: string }

/** The licences that expire next and are not blocked, the soonest first. Read by the index on the expiry, as far as there are enough. */
export async function readNextToExpire(
  db: Queryable,
  { limit, now }: { limit: number; now: Date },
): Promise<ExpiringLicense[]> {
  const { rows } = await db.execute(sql`
    select l.id, l.code, l.expires_at, p.name as product
    from licenses l join products p on p.id = l.product_id
    where l.is_valid is not false and l.expires_at >= ${now.toISOString()}
    order by l.expires_at, l.id limit ${limit}`)
  return rows.map((row) => ({
    code: row.code as string,
    expiresAt: new Date(row.expires_at as string),
    id: row.id as string,
    product: row.product as string,
  }))
}
