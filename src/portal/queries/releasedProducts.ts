import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { executeKept } from '../../database/keptStatements'

const most = 2000
const hasFiles = sql`is_active and (main_file_id is not null or sql_file_id is not null)`

/** Whether there is any version with a file: without one, nobody needs a page for them. */
export async function hasReleases(req: PayloadRequest): Promise<boolean> {
  const { rows } = await executeKept(
    req.payload.db.drizzle,
    sql`select 1 from versions where ${hasFiles} limit 1`,
  )
  return rows.length > 0
}

/** Ids of the products that have versions with files. Only the customer's own licences of them are shown. */
export async function releasedProductIds(req: PayloadRequest): Promise<string[]> {
  const { rows } = await executeKept(
    req.payload.db.drizzle,
    sql`select distinct product_id from versions where ${hasFiles} limit ${most}`,
  )
  return rows.map(({ product_id: id }) => id as string)
}
