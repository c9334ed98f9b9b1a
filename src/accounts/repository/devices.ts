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

/** Notes in which browser a mailed link set a password. */
export async function noteResetDevice(
  db: Queryable,
  tokenId: string,
  deviceHash: string,
): Promise<void> {
  await db.execute(sql`
    update account_tokens set data = jsonb_build_object('device', ${deviceHash}::text) where id = ${tokenId}`)
}

/** Whether a browser is one that the account with this address has signed in from, or set a password in within the last hour. */
export async function isKnownDevice(
  db: Queryable,
  email: string,
  deviceHash: string,
): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select 1 from known_devices d join customers c on c.id = d.customer_id
    where c.email = ${email} and d.device_hash = ${deviceHash}
    union all
    select 1 from account_tokens t join customers c on c.id = t.customer_id
    where c.email = ${email} and t.purpose in ('invitation', 'resetPassword')
      and t.used_at > now() - interval '1 hour' and t.data ->> 'device' = ${deviceHash}`)
  return rows.length > 0
}
