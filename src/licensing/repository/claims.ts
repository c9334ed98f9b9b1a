import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Activation, License, Queryable } from '../types'
import { toActivation } from './activations'
import { licenseColumns, toLicense } from './licenses'

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/**
 * An activation with its licence and product in one query: what every verification of installed software asks for.
 *
 * @param id any text; what is not a UUID names nothing
 */
export async function findActivationWithLicense(
  db: Queryable,
  id: string,
): Promise<{ activation: Activation; license: License } | null> {
  if (!uuid.test(id)) return null
  const { rows } = await db.execute(sql`
    select ${licenseColumns}, a.id as a_id, a.license_id as a_license_id, a.name as a_name,
      a.client_name as a_client_name, a.domain as a_domain, a.fingerprint as a_fingerprint, a.ip as a_ip,
      a.environment as a_environment, a.is_active as a_is_active, a.is_valid as a_is_valid,
      a.activated_at as a_activated_at, a.last_seen_at as a_last_seen_at
    from activations a join licenses l on l.id = a.license_id join products p on p.id = l.product_id
    where a.id = ${id}`)
  const [row] = rows
  if (!row) return null
  const own = Object.entries(row).filter(([name]) => name.startsWith('a_'))
  const activation = toActivation(
    Object.fromEntries(own.map(([name, value]) => [name.slice(2), value])),
  )
  return { activation, license: toLicense(row) }
}
