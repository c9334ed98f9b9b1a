import { sql } from '@payloadcms/db-postgres/drizzle'

import { calendarMonth } from '../calendarMonth'
import type { Queryable } from '../types'

/** How many slots of a licence were freed by a link in the calendar month of a moment. */
export async function countReleases(
  db: Queryable,
  licenseId: string,
  moment: Date,
): Promise<number> {
  const { end, start } = calendarMonth(moment)
  const { rows } = await db.execute(sql`
    select count(*)::int as total from activations
    where license_id = ${licenseId} and freed_by_link and deactivated_at >= ${start.toISOString()}
      and deactivated_at < ${end.toISOString()}`)
  return Number(rows[0]?.total)
}

/**
 * Ends an active activation by a link, which counts.
 *
 * @returns whether it was active
 */
export async function endByLink(transaction: Queryable, id: string, now: Date): Promise<boolean> {
  const { rows } = await transaction.execute(sql`
    update activations set is_active = false, deactivated_at = ${now.toISOString()}, deactivated_by = 'customer',
      freed_by_link = true, updated_at = ${now.toISOString()}
    where id = ${id} and is_active returning id`)
  return rows.length > 0
}
