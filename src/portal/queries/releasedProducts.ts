import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload, PayloadRequest } from 'payload'

import { executeKept } from '../../database/keptStatements'

const most = 2000
const hasFiles = sql`is_active and (main_file_id is not null or sql_file_id is not null)`

/** How long it is not asked again whether there are versions, once there were: the last of all is hardly ever taken away. */
const knownMs = 60_000
const knownUntil = new WeakMap<Payload, number>()

/** Whether there is any version with a file: without one, nobody needs a page for them. That the last one is gone shows within a minute. */
export async function hasReleases({ payload }: PayloadRequest): Promise<boolean> {
  if (performance.now() < (knownUntil.get(payload) ?? 0)) return true
  const { rows } = await executeKept(
    payload.db.drizzle,
    sql`select 1 from versions where ${hasFiles} limit 1`,
  )
  const isThere = rows.length > 0
  if (isThere) knownUntil.set(payload, performance.now() + knownMs)
  return isThere
}

/** Ids of the products that have versions with files. Only the customer's own licences of them are shown. */
export async function releasedProductIds(req: PayloadRequest): Promise<string[]> {
  const { rows } = await executeKept(
    req.payload.db.drizzle,
    sql`select distinct product_id from versions where ${hasFiles} limit ${most}`,
  )
  return rows.map(({ product_id: id }) => id as string)
}
