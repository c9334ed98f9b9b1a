import { sql } from '@payloadcms/db-postgres/drizzle'
import { APIError, type CollectionBeforeDeleteHook } from 'payload'

import { importMessages } from '../../../src/imports/messages'
import { transactionOf } from '../../transaction'

/**
 * Deletes the rows of an import with it, in the same transaction.
 *
 * @throws APIError 409 while it is being worked on
 */
export const deleteRows: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const db = await transactionOf(req)
  const { rows } = await db.execute(sql`
    select status from imports where id = ${String(id)}::uuid for update`)
  if (rows[0]?.status === 'checking' || rows[0]?.status === 'running') {
    throw new APIError(importMessages(req.i18n.language).refused.busy, 409, null, true)
  }
  await db.execute(sql`delete from import_rows where import_id = ${String(id)}::uuid`)
}
