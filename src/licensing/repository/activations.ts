import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'

import type {
  Activation,
  Deactivator,
  Environment,
  Installation,
  License,
  Queryable,
} from '../types'

const columns = sql`id, license_id, domain, environment, is_active, is_valid, activated_at, last_seen_at`

/** The activation with this id, active or not. */
export async function findActivationById(db: Queryable, id: string): Promise<Activation | null> {
  const { rows } = await db.execute(sql`select ${columns} from activations where id = ${id}`)
  return rows[0] ? toActivation(rows[0] as ActivationRow) : null
}

/** The active activation of an installation. Installations without a domain are told apart by their address. */
export async function findActiveOf(
  db: Queryable,
  licenseId: string,
  installation: Installation,
): Promise<Activation | null> {
  const { rows } = await db.execute(sql`
    select ${columns} from activations
    where license_id = ${licenseId} and is_active and ${isInstallation(installation)}
    order by activated_at limit 1`)
  return rows[0] ? toActivation(rows[0] as ActivationRow) : null
}

/** Whether an administrator marked an activation of this installation as not valid. */
export async function isInstallationRefused(
  db: Queryable,
  licenseId: string,
  installation: Installation,
): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select 1 from activations
    where license_id = ${licenseId} and is_valid = false and ${isInstallation(installation)} limit 1`)
  return rows.length > 0
}

/**
 * The active activations of a licence, the oldest first.
 *
 * @param onlyProduction leaves out those that take no slot
 */
export async function listActive(
  db: Queryable,
  licenseId: string,
  onlyProduction: boolean,
): Promise<Activation[]> {
  const { rows } = await db.execute(sql`
    select ${columns} from activations
    where license_id = ${licenseId} and is_active ${production(onlyProduction)}
    order by activated_at, id`)
  return (rows as ActivationRow[]).map(toActivation)
}

/** How many activations a licence ever had. */
export async function countEver(
  db: Queryable,
  licenseId: string,
  onlyProduction: boolean,
): Promise<number> {
  const { rows } = await db.execute(sql`
    select count(*)::int as total from activations
    where license_id = ${licenseId} ${production(onlyProduction)}`)
  return Number(rows[0]?.total)
}

/** Writes a new activation of a licence. */
export async function insertActivation(
  transaction: Queryable,
  license: License,
  installation: Installation,
  environment: Environment,
  now: Date,
): Promise<Activation> {
  const { clientName, domain, ip, url, userAgent } = installation
  const moment = now.toISOString()
  const { rows } = await transaction.execute(sql`
    insert into activations (license_id, product_id, license_code, customer_id, client_name, url, domain, ip, user_agent,
      environment, activated_at, last_seen_at, is_active, is_valid, created_at, updated_at)
    values (${license.id}, ${license.product.id}, ${license.code}, ${license.customerId}, ${clientName}, ${url}, ${domain},
      ${ip}, ${userAgent}, ${environment}, ${moment}, ${moment}, true, true, ${moment}, ${moment})
    returning ${columns}`)
  return toActivation(rows[0] as ActivationRow)
}

/** Notes that an installation was seen again, and what it now says of itself. */
export async function refreshActivation(
  db: Queryable,
  id: string,
  { clientName, ip, url, userAgent }: Installation,
  now: Date,
): Promise<void> {
  await db.execute(sql`
    update activations set last_seen_at = ${now.toISOString()}, updated_at = ${now.toISOString()},
      client_name = coalesce(${clientName}, client_name), ip = coalesce(${ip}, ip), url = coalesce(${url}, url),
      user_agent = coalesce(${userAgent}, user_agent)
    where id = ${id}`)
}

/** Notes that an installation was seen, at most once a minute: verification must not write at every call. */
export async function touchActivation(db: Queryable, id: string, now: Date): Promise<void> {
  const minuteAgo = new Date(now.getTime() - 60_000)
  await db.execute(sql`
    update activations set last_seen_at = ${now.toISOString()}
    where id = ${id} and last_seen_at < ${minuteAgo.toISOString()}`)
}

/**
 * Ends an activation.
 *
 * @returns whether it was active
 */
export async function endActivation(
  transaction: Queryable,
  id: string,
  by: Deactivator,
  now: Date,
): Promise<boolean> {
  const { rows } = await transaction.execute(sql`
    update activations set is_active = false, deactivated_at = ${now.toISOString()}, deactivated_by = ${by},
      updated_at = ${now.toISOString()}
    where id = ${id} and is_active returning id`)
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
      updated_at = ${now.toISOString()}
    where id = ${id}`)
}

function isInstallation({ domain, ip }: Installation): SQL {
  return domain === null
    ? sql`(domain is null and ip is not distinct from ${ip})`
    : sql`domain = ${domain}`
}

function production(only: boolean): SQL {
  return only ? sql`and environment = 'production'` : sql``
}

type ActivationRow = {
  activated_at: string
  domain: null | string
  environment: Environment
  id: string
  is_active: boolean | null
  is_valid: boolean | null
  last_seen_at: string
  license_id: string
}

function toActivation(row: ActivationRow): Activation {
  return {
    activatedAt: new Date(row.activated_at),
    domain: row.domain,
    environment: row.environment,
    id: row.id,
    isActive: row.is_active === true,
    isValid: row.is_valid !== false,
    lastSeenAt: new Date(row.last_seen_at),
    licenseId: row.license_id,
  }
}
