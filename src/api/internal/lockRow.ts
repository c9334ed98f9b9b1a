import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { transactionOf } from '../../../collections/transaction'

/**
 * Locks a row until the request's transaction ends. Payload's update reads a document and writes all of it back: without the
 * lock it would undo what others write in between.
 */
export async function lockRow(
  req: PayloadRequest,
  table: 'licenses' | 'products' | 'versions',
  id: string,
): Promise<void> {
  const transaction = await transactionOf(req)
  await transaction.execute(
    sql`select id from ${sql.identifier(table)} where id = ${id} for no key update`,
  )
}
