import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Owner } from '../../licensing/ownership'
import type { Queryable } from '../../licensing/types'

/** A customer as far as ownership goes, as this transaction sees them; null for an account that is gone or disabled. */
export async function findOwner(transaction: Queryable, customerId: string): Promise<null | Owner> {
  const { rows } = await transaction.execute(sql`
    select client_id as "clientId", confirmed_at as "confirmedAt", email from customers
    where id = ${customerId} and disabled_at is null`)
  return (rows[0] as Owner | undefined) ?? null
}
