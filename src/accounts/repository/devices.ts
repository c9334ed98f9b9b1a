import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../licensing/types'

/** Notes a browser of a customer; whether it was a new one. */
export async function rememberDevice(
  db: Queryable,
  customer: string,
  deviceHash: string,
): Promise<boolean> {
  const { rows } = await db.execute(sql`
    insert into known_devices (customer_id, device_hash, last_seen_at, created_at, updated_at)
    values (${customer}, ${deviceHash}, now(), now(), now())
    on conflict (customer_id, device_hash) do update set last_seen_at = now(), updated_at = now()
    returning (xmax = 0) as is_new`)
  return rows[0]?.is_new === true
}

/** Whether a browser is one that the account with this address has signed in from. */
export async function isKnownDevice(
  db: Queryable,
  email: string,
  deviceHash: string,
): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select 1 from known_devices d join customers c on c.id = d.customer_id
    where c.email = ${email} and d.device_hash = ${deviceHash}`)
  return rows.length > 0
}
