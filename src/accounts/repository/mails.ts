import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../licensing/types'

const quietSeconds = 60

/** Whether a customer was sent this mail within the last minute: whoever asks again and again does not fill their inbox. */
export async function wasMailedLately(
  db: Queryable,
  customer: string,
  template: string,
): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select 1 from mails where customer_id = ${customer} and template = ${template}
      and created_at > now() - make_interval(secs => ${quietSeconds}) limit 1`)
  return rows.length > 0
}

/**
 * The same for an address, whoever has it.
 *
 * @param license the only licence whose mails count; left out: any
 */
export async function wasAddressMailedLately(
  db: Queryable,
  to: string,
  template: string,
  license?: string,
): Promise<boolean> {
  const ofLicense = license ? sql`and license_id = ${license}::uuid` : sql``
  const { rows } = await db.execute(sql`
    select 1 from mails where "to" = ${to} and template = ${template} ${ofLicense}
      and created_at > now() - make_interval(secs => ${quietSeconds}) limit 1`)
  return rows.length > 0
}
