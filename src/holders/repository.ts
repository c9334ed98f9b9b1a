import { sql } from '@payloadcms/db-postgres/drizzle'

import { advisoryLockClasses } from '../database/advisoryLocks'
import { alignActivations } from '../licensing/repository/activationWrites'
import type { Queryable } from '../licensing/types'

/** Whether the settings let customers add licences by their code, as this transaction sees them. Not until they say so. */
export async function isClaimingOn(db: Queryable): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select 1 from settings where allow_claiming and enable_licenses_page is not false limit 1`)
  return rows.length > 0
}

/** The Client ID of an account. */
export async function findClientId(db: Queryable, customerId: string): Promise<null | string> {
  const { rows } = await db.execute(sql`select client_id from customers where id = ${customerId}`)
  return (rows[0]?.client_id as null | string | undefined) || null
}

/**
 * Lets those who are about to mail the same matter to the same holder wait for each other. Not the licence's row: a mail refers to its
 * customer as well, and who changes a customer holds that first.
 */
export async function lockHolderMail(transaction: Queryable, key: string): Promise<void> {
  await transaction.execute(
    sql`select pg_advisory_xact_lock(${advisoryLockClasses.holderMail}::int, hashtext(${key}))`,
  )
}

/** Gives a licence, and what was activated under it, to a customer. The licence's row must be locked. */
export async function writeOwner(
  transaction: Queryable,
  licenseId: string,
  clientId: string,
): Promise<void> {
  await transaction.execute(sql`
    update licenses set customer_id = ${clientId}, updated_at = now() where id = ${licenseId}`)
  await alignActivations(transaction, licenseId)
}

/** Whether the holder of a licence was told within the last day that somebody else wants it. */
export async function wasHolderTold(db: Queryable, licenseId: string): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select 1 from mails where license_id = ${licenseId} and template = 'claimRefused'
      and created_at > now() - interval '1 day' limit 1`)
  return rows.length > 0
}
