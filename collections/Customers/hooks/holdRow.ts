import { sql } from '@payloadcms/db-postgres/drizzle'
import type { CollectionBeforeOperationHook } from 'payload'

import { transactionOf } from '../../transaction'

/**
 * Payload writes a row back as it read it. An administrator's update therefore holds the row from before it is read: a password or an
 * address that the customer changes at the same moment is neither lost nor overwritten.
 */
export const holdRow: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { id } = args as { id?: string }
  if ((operation !== 'update' && operation !== 'updateByID') || !isUuid(id)) return args
  if (!req.transactionID) return args
  const db = await transactionOf(req)
  await db.execute(sql`select id from customers where id = ${String(id)}::uuid for update`)
  return args
}

/** Another id is Payload's to refuse. */
function isUuid(id: string | undefined): id is string {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(String(id))
}
