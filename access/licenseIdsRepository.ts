import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { executeFor } from '../collections/transaction'
import type { OwningCustomer } from './ownLicenseIds'

/**
 * The ids of a customer's licences, in no order: those that `licensesOf` names.
 *
 * @param limit how many at most
 */
export async function findLicenseIds(
  req: PayloadRequest,
  { clientId, confirmedAt, email }: OwningCustomer,
  limit: number,
): Promise<string[]> {
  const { rows } = await executeFor(
    req,
    sql`select id from licenses
    where customer_id = ${clientId || null} or customer_id is null and email = ${(confirmedAt && email) || null}
    limit ${limit}`,
  )
  return rows.map(({ id }) => id as string)
}
