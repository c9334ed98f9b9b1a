import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../types'

/** What the settings say until they are saved for the first time. */
const usual = 3

/**
 * How many slots of a licence customers may free by a link in a month, as this transaction sees the settings. None where they may not
 * deactivate at all.
 */
export async function slotAllowance(transaction: Queryable): Promise<number> {
  const { rows } = await transaction.execute(sql`
    select case when enable_activations_page = false or allow_customer_deactivation = false then 0
      else slot_releases_per_month end as allowed
    from settings limit 1`)
  return Number(rows[0]?.allowed ?? usual)
}
