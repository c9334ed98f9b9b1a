import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { getSettings } from '../../../collections/Settings/getSettings'
import { executeKept } from '../../database/keptStatements'

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
  const { rows } = await executeKept(
    req.payload.db.drizzle,
    sql`select license_id as license, count(*)::int as used from activations
      where license_id = any(${sql.param([...licenseIds])}::uuid[]) and is_active
        and (${countsAll} or environment = 'production')
      group by license_id`,
  )
  return new Map(rows.map(({ license, used }) => [license as string, used as number]))
}
