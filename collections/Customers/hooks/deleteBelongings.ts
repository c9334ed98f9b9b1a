import { sql } from '@payloadcms/db-postgres/drizzle'
import type { CollectionBeforeDeleteHook } from 'payload'

import { forgetMailsOf } from '../../Mails/forgetMailsOf'
import { transactionOf } from '../../transaction'

/** What goes with a customer: everything about how they sign in, and their mails. Licences and activations are the seller's records and stay. */
const belongings = [
  'customer_sessions',
  'account_tokens',
  'envato_conflicts',
  'envato_imports',
  'known_devices',
  'login_events',
  'passkeys',
  'recovery_codes',
]

/** Removes what belongs to a customer, in the transaction that deletes them. The row is held, so that no login adds to it meanwhile. */
export const deleteBelongings: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const db = await transactionOf(req)
  await db.execute(sql`select id from customers where id = ${id} for update`)
  for (const table of belongings) {
    await db.execute(sql`delete from ${sql.identifier(table)} where customer_id = ${id}`)
  }
  await forgetMailsOf(db, String(id))
}
