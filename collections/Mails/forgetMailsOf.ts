import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../src/licensing/types'

/**
 * Removes the mails of a customer who goes: what was queued or sent for them, and what was sent to their address for nobody in particular,
 * where it is confirmed to be theirs. What waits for the address alone, as the notice that the account is deleted, still leaves. Of mails that
 * must not be sent twice the row stays, without whom it was for and what it said.
 */
export async function forgetMailsOf(db: Queryable, customer: string): Promise<void> {
  const { rows } = await db.execute(sql`
    select email from customers where id = ${customer} and confirmed_at is not null`)
  // Without a confirmed address there are none: no mail goes to nobody.
  const address = (rows[0]?.email as string | undefined) ?? ''
  const theirs = sql`(customer_id = ${customer}
    or customer_id is null and status <> 'queued' and "to" = ${address})`
  await db.execute(sql`
    update mails set "to" = '', customer_id = null, data = null, subject = null, message_id = null, last_error = null,
      status = case when status = 'queued' then 'skipped' else status end, updated_at = now()
    where once_key is not null and ${theirs}`)
  await db.execute(sql`delete from mails where once_key is null and ${theirs}`)
}
