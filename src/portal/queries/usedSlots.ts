import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { getSettings } from '../../../collections/Settings/getSettings'

/**
 * How many slots of each licence are taken: one grouped count for a whole page of licences. Where the settings let
 * development and staging hosts go free, they are not counted, as at an activation.
 *
 * @param licenseIds licences that the customer has read; their activations are not asked for again
 */
export async function usedSlots(
  req: PayloadRequest,
  licenseIds: readonly string[],
): Promise<Map<string, number>> {
  if (licenseIds.length === 0) return new Map()
  const { freeDevelopmentHosts } = await getSettings(req)
  const countsAll = !freeDevelopmentHosts
  const ids = sql.join(
    licenseIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
  const { rows } = await req.payload.db.drizzle.execute<{ license: string; used: number }>(sql`
    SELECT license_id AS license, count(*)::int AS used
    FROM activations
    WHERE license_id IN (${ids}) AND is_active AND (${countsAll} OR environment = 'production')
    GROUP BY license_id`)
  return new Map(rows.map(({ license, used }) => [license, used]))
}
