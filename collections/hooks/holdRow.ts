import { sql } from '@payloadcms/db-postgres/drizzle'
import type { CollectionBeforeOperationHook } from 'payload'

import { transactionOf } from '../transaction'

const writing = ['refresh', 'update', 'updateByID']

/**
 * Payload writes a row back as it read it, sessions and all. An update therefore holds the row from before it is read: a password, an
 * address or a session that changes at the same moment is neither lost nor overwritten.
 *
 * @param table the table of an auth collection
 */
export const holdRow =
  (table: string): CollectionBeforeOperationHook =>
  async ({ args, operation, req }) => {
    const id = operation === 'refresh' ? req.user?.id : (args as { id?: string }).id
    if (!writing.includes(operation) || !isUuid(id) || !req.transactionID) return args
    const db = await transactionOf(req)
    await db.execute(
      sql`select id from ${sql.identifier(table)} where id = ${String(id)}::uuid for update`,
    )
    return args
  }

/** Another id is Payload's to refuse. */
function isUuid(id: unknown): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(String(id))
}
