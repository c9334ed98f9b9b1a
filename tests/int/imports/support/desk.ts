import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'

import type { Queryable } from '../../../../src/licensing/types'
import { createTestPayload, type TestPayload } from '../../../support/payload'
import { type Imports, importsOf } from './imports'

/** Somebody who imports, and a look into the database. */
export type ImportDesk = {
  close: () => Promise<void>
  count: (table: 'customers' | 'import_rows' | 'mails') => Promise<number>
  db: Queryable
  /** Forgets all customers, and has no import under way. */
  forget: () => Promise<void>
  imports: Imports
  payload: Payload
  test: TestPayload
}

/** Opens it, on a database of its own. */
export async function openImportDesk(): Promise<ImportDesk> {
  const test = await createTestPayload()
  const { close, payload } = test
  const db = (payload.db as unknown as { drizzle: Queryable }).drizzle
  return {
    close,
    async count(table) {
      const { rows } = await db.execute(sql`select count(*) as count from ${sql.identifier(table)}`)
      return Number(rows[0]?.count)
    },
    db,
    async forget() {
      await db.execute(
        sql`update imports set status = 'done' where status in ('checking', 'running')`,
      )
      await db.execute(sql`delete from customer_sessions`)
      await db.execute(sql`delete from customers`)
    },
    imports: await importsOf(test),
    payload,
    test,
  }
}
