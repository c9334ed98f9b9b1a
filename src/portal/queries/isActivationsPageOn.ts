import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../licensing/types'

/** Whether the settings show customers their activations, as this transaction sees them. They do until the settings say otherwise. */
export async function isActivationsPageOn(transaction: Queryable): Promise<boolean> {
  const { rows } = await transaction.execute(
    sql`select 1 from settings where enable_activations_page = false limit 1`,
  )
  return rows.length === 0
}
