import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { transactionOf } from '../collections/transaction'
import { executeKept } from '../src/database/keptStatements'
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
  const statement = sql`select id from licenses
    where customer_id = ${clientId || null} or customer_id is null and email = ${(confirmedAt && email) || null}
    limit ${limit}`
  const db = await transactionOf(req)
  // What cannot be kept would end a transaction.
  const { rows } = await (req.transactionID ? db.execute(statement) : executeKept(db, statement))
  return rows.map(({ id }) => id as string)
}
