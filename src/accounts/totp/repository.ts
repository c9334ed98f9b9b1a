import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../licensing/types'

/** The encrypted secret of a customer's authenticator app; null when there is none. */
export async function findTotpSecret(db: Queryable, customer: string): Promise<null | string> {
  const { rows } = await db.execute(sql`
    select totp_secret from customers where id = ${customer} and totp_enabled_at is not null`)
  return (rows[0]?.totp_secret as null | string | undefined) ?? null
}

/** Sets up the app. The step of the code that proved it counts as used. */
export async function writeTotp(
  db: Queryable,
  customer: string,
  { secret, step }: { secret: string; step: number },
): Promise<void> {
  await db.execute(sql`
    update customers set totp_secret = ${secret}, totp_enabled_at = now(), totp_last_step = ${step}, updated_at = now()
    where id = ${customer}`)
}

/** Removes the app and its recovery codes. */
export async function clearTotp(db: Queryable, customer: string): Promise<void> {
  await db.execute(sql`
    update customers set totp_secret = null, totp_enabled_at = null, totp_last_step = null, updated_at = now()
    where id = ${customer}`)
  await db.execute(sql`delete from recovery_codes where customer_id = ${customer}`)
}

/** Uses a time step up: each one once, and none before the last. */
export async function spendStep(db: Queryable, customer: string, step: number): Promise<boolean> {
  const { rows } = await db.execute(sql`
    update customers set totp_last_step = ${step}
    where id = ${customer} and (totp_last_step is null or totp_last_step < ${step}) returning id`)
  return rows.length > 0
}

/** Replaces a customer's recovery codes. */
export async function writeRecoveryCodes(
  db: Queryable,
  customer: string,
  hashes: readonly string[],
): Promise<void> {
  await db.execute(sql`delete from recovery_codes where customer_id = ${customer}`)
  for (const hash of hashes) {
    await db.execute(sql`
      insert into recovery_codes (customer_id, code_hash, created_at, updated_at)
      values (${customer}, ${hash}, now(), now())`)
  }
}

/** Uses a recovery code up; false for one that there is not, or not any more. */
export async function spendRecoveryCode(
  db: Queryable,
  customer: string,
  hash: string,
): Promise<boolean> {
  const { rows } = await db.execute(sql`
    update recovery_codes set used_at = now(), updated_at = now()
    where customer_id = ${customer} and code_hash = ${hash} and used_at is null returning id`)
  return rows.length > 0
}

/** How many recovery codes are left. */
export async function countRecoveryCodes(db: Queryable, customer: string): Promise<number> {
  const { rows } = await db.execute(sql`
    select count(*) as count from recovery_codes where customer_id = ${customer} and used_at is null`)
  return Number(rows[0]?.count ?? 0)
}
