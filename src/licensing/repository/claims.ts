import DataLoader from 'dataloader'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Activation, License, Queryable } from '../types'
import { toActivation } from './activations'
import { licenseColumns, toLicense } from './licenses'

/** An activation and the licence that it is of. */
export type ActivationWithLicense = { activation: Activation; license: License }

/** Finds activations with their licences by any texts: what is not a UUID names nothing. */
export type FindActivation = (id: string) => Promise<ActivationWithLicense | null>

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const largestBatch = 200

/**
 * Finds activations one by one as they are asked for, but asks the database once for all that are asked for in the same turn of the
 * event loop: under load, that is what every verification costs least. Nothing is remembered.
 */
export function createActivationFinder(db: Queryable): FindActivation {
  const loader = new DataLoader<string, ActivationWithLicense | null>(
    (ids) => findActivationsWithLicenses(db, ids),
    {
      batchScheduleFn: (send) => setImmediate(send),
      cache: false,
      maxBatchSize: largestBatch,
    },
  )
  return async (id) => (uuid.test(id) ? loader.load(id.toLowerCase()) : null)
}

/** The activation with this id, its licence and its product, in one query. */
export const findActivationWithLicense = async (
  db: Queryable,
  id: string,
): Promise<ActivationWithLicense | null> => {
  if (!uuid.test(id)) return null
  const [found = null] = await findActivationsWithLicenses(db, [id.toLowerCase()])
  return found
}

/** In the order of the ids, which are UUIDs in lower case. */
async function findActivationsWithLicenses(
  db: Queryable,
  ids: readonly string[],
): Promise<(ActivationWithLicense | null)[]> {
  const { rows } = await db.execute(sql`
    select ${licenseColumns}, ${ownColumns}
    from activations a join licenses l on l.id = a.license_id join products p on p.id = l.product_id
    where a.id = any(${sql.param([...new Set(ids)])}::uuid[])`)
  const found = new Map(rows.map((row) => [row.a_id, row]))
  return ids.map((id) => {
    const row = found.get(id)
    return row ? { activation: toActivation(ownOf(row)), license: toLicense(row) } : null
  })
}

const names = [
  'id',
  'license_id',
  'name',
  'client_name',
  'domain',
  'fingerprint',
  'ip',
  'environment',
  'is_active',
  'is_valid',
  'activated_at',
  'last_seen_at',
] as const

const ownColumns = sql.raw(names.map((name) => `a.${name} as a_${name}`).join(', '))

function ownOf(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, row[`a_${name}`]]))
}
