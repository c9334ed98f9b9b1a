import { sql } from '@payloadcms/db-postgres/drizzle'
import type { CollectionSlug, Payload } from 'payload'

import type { Customer, License } from '../../../../payload-types'
import type { Queryable } from '../../../../src/licensing/types'
import { createTestPayload, type TestPayload } from '../../../support/payload'
import { type Imports, importsOf } from './imports'

/** Somebody who imports, and a look into the database. */
export type ImportDesk = {
  close: () => Promise<void>
  count: (table: 'customers' | 'import_rows' | 'mails') => Promise<number>
  /** All of them, by address. */
  customers: () => Promise<Customer[]>
  db: Queryable
  /** Forgets all customers, and has no import under way. */
  forget: () => Promise<void>
  imports: Imports
  /** All of them, by code. */
  licenses: () => Promise<License[]>
  payload: Payload
  /** Removes every document of these collections. */
  remove: (...collections: CollectionSlug[]) => Promise<void>
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
    async customers() {
      const { docs } = await payload.find({
        collection: 'customers',
        pagination: false,
        showHiddenFields: true,
        sort: 'email',
      })
      return docs
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
    async licenses() {
      const { docs } = await payload.find({
        collection: 'licenses',
        depth: 0,
        pagination: false,
        sort: 'code',
      })
      return docs
    },
    payload,
    async remove(...collections) {
      for (const collection of collections) {
        await payload.delete({ collection, where: { id: { exists: true } } })
      }
    },
    test,
  }
}
