import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../licensing/types'

/** Notes the address that a customer wants, or that they do not want another one any more. */
export async function writePendingEmail(
  db: Queryable,
  customer: string,
  email: null | string,
): Promise<void> {
  await db.execute(sql`
    update customers set pending_email = ${email}, updated_at = now() where id = ${customer}`)
}

/** Makes the pending address the customer's, confirmed now; false where somebody has it by now. */
export async function applyPendingEmail(
  db: Queryable,
  customer: string,
  email: string,
): Promise<boolean> {
  const { rows } = await db.execute(sql`
    update customers set email = ${email}, pending_email = null, confirmed_at = now(), updated_at = now()
    where id = ${customer} and pending_email = ${email}
      and not exists (select 1 from customers other where other.email = ${email} and other.id <> ${customer})
    returning id`)
  return rows.length > 0
}
