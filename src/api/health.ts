import { sql } from '@payloadcms/db-postgres/drizzle'

import type { ApiContext } from './types'

/** `GET /health-check`: whether the server and its database answer. */
export async function healthCheck(context: ApiContext): Promise<Response> {
  await context.get('services').db.execute(sql`select 1`)
  return context.json({ status: 'ok' })
}
