import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../licensing/types'

/**
 * Whether the settings let customers deactivate, as this transaction sees them. Settings that were never saved have their
 * defaults, which allow it.
 */
export async function isDeactivationAllowed(transaction: Queryable): Promise<boolean> {
  const { rows } = await transaction.execute(
    sql`select 1 from settings where enable_activations_page = false or allow_customer_deactivation = false limit 1`,
  )
  return rows.length === 0
}
