import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../licensing/types'

/** Notes that an account is disabled. An earlier time stays. */
export async function writeDisabled(db: Queryable, id: string): Promise<void> {
  await db.execute(sql`
    update customers set disabled_at = coalesce(disabled_at, now()), updated_at = now() where id = ${id}`)
}

/** Notes that an account is not disabled. */
export async function writeEnabled(db: Queryable, id: string): Promise<void> {
  await db.execute(
    sql`update customers set disabled_at = null, updated_at = now() where id = ${id}`,
  )
}

/** Ends what a host's code may have opened with Payload's own login. The portal's sessions are other rows. */
export async function deletePayloadSessions(db: Queryable, id: string): Promise<void> {
  await db.execute(sql`delete from customers_sessions where _parent_id = ${id}`)
}
