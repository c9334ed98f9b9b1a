import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'

import { readSettings } from '../../collections/Settings/getSettings'
import type { Database } from '../licensing/types'

const batch = 5000

/**
 * Deletes what the activity log has kept for as long as the settings say, some at a time: the only way anything leaves it.
 *
 * @returns how many entries
 */
export async function deleteOldActivity(payload: Payload, now = new Date()): Promise<number> {
  const { activityLogDays } = await readSettings(payload)
  const { drizzle } = payload.db as unknown as { drizzle: Database }
  const oldest = new Date(now.getTime() - activityLogDays * 24 * 60 * 60 * 1000).toISOString()
  let total = 0
  for (;;) {
    const deleted = await drizzle.transaction(async (transaction) => {
      await transaction.execute(sql`select set_config('license_manager.retention', 'on', true)`)
      const { rows } = await transaction.execute(sql`
        delete from activity_log where id in (
          select id from activity_log where at < ${oldest} order by at limit ${batch})
        returning 1`)
      return rows.length
    })
    total += deleted
    if (deleted < batch) return total
  }
}
