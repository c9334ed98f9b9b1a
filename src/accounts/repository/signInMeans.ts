import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../licensing/types'

/** Removes every way into an account but its password: passkeys, authenticator, recovery codes, known browsers, a pending address. */
export async function wipeSignInMeans(db: Queryable, customer: string): Promise<void> {
  await db.execute(sql`delete from passkeys where customer_id = ${customer}`)
  await db.execute(sql`delete from recovery_codes where customer_id = ${customer}`)
  await db.execute(sql`delete from known_devices where customer_id = ${customer}`)
  await db.execute(sql`
    update customers set totp_secret = null, totp_enabled_at = null, totp_last_step = null, pending_email = null,
      updated_at = now()
    where id = ${customer}`)
}
