import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type PayloadRequest } from 'payload'

import type { Customer, User } from '../../../../payload-types'
import type { Queryable } from '../../../../src/licensing/types'
import { openApi, type TestApi } from '../../api/support/api'

type Column = 'customer_id' | 'license_id' | 'subject_id'

/** A shop with an administrator, and its activity log. */
export type TestLog = {
  admin: User
  /** A request of the administrator's. */
  adminReq: PayloadRequest
  api: TestApi
  customerOf: (data?: Partial<Customer>) => Promise<Customer>
  db: Queryable
  /** The log's rows, the oldest first. */
  entriesOf: (column: Column, id: string) => Promise<Record<string, unknown>[]>
  eventsOf: (column: Column, id: string) => Promise<unknown[]>
}

/** Opens it. To be closed by its `api`. */
export async function openLog(): Promise<TestLog> {
  const api = await openApi()
  const { payload } = api
  const admin = await payload.create({
    collection: 'users',
    data: { email: 'admin@example.com', password: 'a long enough password' },
  })
  const adminReq = await createLocalReq({ user: { ...admin, collection: 'users' } }, payload)
  adminReq.headers = new Headers({ 'x-forwarded-for': '198.51.100.7' })
  const db = (payload.db as unknown as { drizzle: Queryable }).drizzle
  const entriesOf: TestLog['entriesOf'] = async (column, id) => {
    const { rows } = await db.execute(
      sql`select * from activity_log where ${sql.identifier(column)} = ${id} order by at`,
    )
    return rows
  }
  let next = 0
  return {
    admin,
    adminReq,
    api,
    customerOf: (data = {}) => {
      next += 1
      return payload.create({
        collection: 'customers',
        data: {
          clientId: `LOG-${next}`,
          email: `log-${next}@example.com`,
          name: 'Ada',
          password: 'a long enough password',
          ...data,
        },
      })
    },
    db,
    entriesOf,
    eventsOf: async (column, id) => (await entriesOf(column, id)).map(({ event }) => event),
  }
}
