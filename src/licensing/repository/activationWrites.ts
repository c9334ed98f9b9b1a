import { sql } from '@payloadcms/db-postgres/drizzle'

import { executeKept } from '../../database/keptStatements'
import type {
  Activation,
  Deactivator,
  Environment,
  Installation,
  License,
  Queryable,
} from '../types'
import { activationColumns, toActivation } from './activations'

const longest = { clientName: 255, url: 2048, userAgent: 1024 }

/** Writes a new activation of a licence. */
export async function insertActivation(
  transaction: Queryable,
  license: License,
  installation: Installation,
  environment: Environment,
  now: Date,
): Promise<Activation> {
  const { clientName, domain, fingerprint, ip, url, userAgent } = storable(installation)
  const moment = now.toISOString()
  const { rows } = await executeKept(
    transaction,
    sql`
    insert into activations (license_id, product_id, license_code, customer_id, client_name, url, domain,
      fingerprint, ip, user_agent,
      environment, activated_at, last_seen_at, is_active, is_valid, created_at, updated_at)
    values (${license.id}, ${license.product.id}, ${license.code}, ${license.customerId}, ${clientName}, ${url}, ${domain},
      ${fingerprint}, ${ip}, ${userAgent}, ${environment}, ${moment}, ${moment}, true, true, ${moment}, ${moment})
    returning ${activationColumns}`,
  )
  return toActivation(rows[0] as Record<string, unknown>)
}

/**
 * Notes that an active installation was seen again, and what it now says of itself. What it leaves out stays as it was.
 *
 * @returns null when it was ended meanwhile
 */
export async function refreshActivation(
  transaction: Queryable,
  id: string,
  installation: Installation,
  now: Date,
): Promise<Activation | null> {
  const { clientName, ip, url, userAgent } = storable(installation)
  const { rows } = await transaction.execute(sql`
    update activations set last_seen_at = ${now.toISOString()}, updated_at = ${now.toISOString()},
      client_name = coalesce(${clientName}, client_name), ip = coalesce(${ip}, ip), url = coalesce(${url}, url),
      user_agent = coalesce(${userAgent}, user_agent)
    where id = ${id} and is_active returning ${activationColumns}`)
  return rows[0] ? toActivation(rows[0]) : null
}

/**
 * Binds an active activation that names no place to the device that now uses it. The licence's row must be locked: the device may be about to
 * get an activation of its own.
 *
 * @returns false where it has a place meanwhile, or the device has an activation of its own
 */
export async function bindToDevice(
  transaction: Queryable,
  { id, licenseId }: Pick<Activation, 'id' | 'licenseId'>,
  fingerprint: string,
): Promise<boolean> {
  const { rows } = await transaction.execute(sql`
    update activations set fingerprint = ${fingerprint}, updated_at = now()
    where id = ${id} and is_active and domain is null and (fingerprint is null or fingerprint = ${fingerprint})
      and not exists (select 1 from activations
        where license_id = ${licenseId} and fingerprint = ${fingerprint} and is_active and id <> ${id})
    returning id`)
  return rows.length > 0
}

/**
 * Makes what a licence has of a domain and of no device, active and ended, that of a device: it is the same installation, and counted as
 * one. The licence's row must be locked.
 */
export async function bindDomain(
  transaction: Queryable,
  licenseId: string,
  { domain, fingerprint }: Pick<Installation, 'domain' | 'fingerprint'>,
): Promise<void> {
  await transaction.execute(sql`
    update activations set fingerprint = ${fingerprint}, updated_at = now()
    where license_id = ${licenseId} and domain = ${domain} and fingerprint is null`)
}

/** Notes when installations were seen. Never waits: whoever holds a row is noting something of it already. */
export async function touchActivations(
  db: Queryable,
  seen: readonly (readonly [id: string, moment: Date])[],
): Promise<void> {
  const ids = seen.map(([id]) => id)
  const moments = seen.map(([, moment]) => moment.toISOString())
  await db.execute(sql`
    update activations a set last_seen_at = due.moment
    from (
      select o.id, s.moment
      from unnest(${sql.param(ids)}::uuid[], ${sql.param(moments)}::timestamptz[]) as s (id, moment) join activations o on o.id = s.id
      where o.last_seen_at < s.moment for no key update of o skip locked
    ) due where a.id = due.id`)
}

/**
 * Ends an activation.
 *
 * @param of whose it was found to be; what is bound to another device meanwhile stays. Default: whoever's
 * @returns whether it was active
 */
export async function endActivation(
  transaction: Queryable,
  id: string,
  by: Deactivator,
  now: Date,
  of?: Pick<Installation, 'fingerprint'>,
): Promise<boolean> {
  const device = of ? sql`and (fingerprint is null or fingerprint = ${of.fingerprint})` : sql``
  const { rows } = await executeKept(
    transaction,
    sql`
    update activations set is_active = false, deactivated_at = ${now.toISOString()}, deactivated_by = ${by},
      freed_by_link = false, updated_at = ${now.toISOString()}
    where id = ${id} and is_active ${device} returning id`,
  )
  return rows.length > 0
}

/** Makes an ended activation active again. */
export async function resumeActivation(
  transaction: Queryable,
  id: string,
  now: Date,
): Promise<void> {
  await transaction.execute(sql`
    update activations set is_active = true, deactivated_at = null, deactivated_by = null,
      freed_by_link = false, updated_at = ${now.toISOString()}
    where id = ${id}`)
}

/**
 * Writes the customer's name for an activation.
 *
 * @param name null takes it away
 */
export async function renameActivation(
  transaction: Queryable,
  id: string,
  name: null | string,
  now: Date,
): Promise<void> {
  await transaction.execute(sql`
    update activations set name = ${name}, updated_at = ${now.toISOString()} where id = ${id}`)
}

/** Writes into a licence's activations what they keep of it. The licence's row must be locked. */
export async function alignActivations(transaction: Queryable, licenseId: string): Promise<void> {
  await transaction.execute(sql`
    update activations a set product_id = l.product_id, license_code = l.code, customer_id = l.customer_id
    from licenses l where l.id = ${licenseId} and a.license_id = l.id
      and (a.product_id, a.license_code, a.customer_id) is distinct from (l.product_id, l.code, l.customer_id)`)
}

/** PostgreSQL refuses NUL characters; what is longer than any honest client sends is cut. */
function storable(installation: Installation): Installation {
  return {
    ...installation,
    clientName: clean(installation.clientName, longest.clientName),
    url: clean(installation.url, longest.url),
    userAgent: clean(installation.userAgent, longest.userAgent),
  }
}

function clean(text: null | string, length: number): null | string {
  return text?.replaceAll('\u0000', '').slice(0, length) || null
}
