import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'

import { executeKept } from '../../database/keptStatements'
import type { Activation, Environment, Installation, Queryable } from '../types'
import { isUuid } from '../../text/isUuid'

/** The columns of an activation that the rules need. */
export const activationColumns = sql`id, license_id, name, client_name, domain, fingerprint, ip, environment, is_active, is_valid,
  activated_at, last_seen_at`

/**
 * The activation with this id, active or not.
 *
 * @param id any text; what is not a UUID names nothing
 */
export async function findActivationById(db: Queryable, id: string): Promise<Activation | null> {
  if (!isUuid(id)) return null
  const { rows } = await executeKept(
    db,
    sql`select ${activationColumns} from activations where id = ${id}`,
  )
  return rows[0] ? toActivation(rows[0]) : null
}

/**
 * The active activation of an installation. A device is told apart by its fingerprint, any other installation by its domain, and
 * one without either by its address.
 */
export async function findActiveOf(
  db: Queryable,
  licenseId: string,
  installation: Installation,
): Promise<Activation | null> {
  const { rows } = await executeKept(
    db,
    sql`
    select ${activationColumns} from activations
    where license_id = ${licenseId} and is_active and ${isInstallation(installation)}
    order by activated_at limit 1`,
  )
  return rows[0] ? toActivation(rows[0]) : null
}

/** Whether a licence has, or had, an activation of this device. */
export async function isKnownDevice(
  db: Queryable,
  licenseId: string,
  fingerprint: string,
): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select 1 from activations where license_id = ${licenseId} and fingerprint = ${fingerprint} limit 1`)
  return rows.length > 0
}

/** The active activation of an installation, if any, and whether it is marked as not valid. */
export type Standing = { active: Activation | null; isRefused: boolean }

/**
 * What stands for or against an installation that asks to be activated: its active activation, and whether an administrator marked one of it,
 * active or ended, as not valid.
 */
export async function findInstallation(
  db: Queryable,
  licenseId: string,
  installation: Installation,
): Promise<Standing> {
  const { rows } = await executeKept(
    db,
    // Two parts, as each has an index of its own: by the domain alone, one like localhost has rows of every licence.
    sql`
    select * from (
      select ${activationColumns} from activations
      where license_id = ${licenseId} and is_active and ${isInstallation(installation)}
      union all
      select ${activationColumns} from activations
      where license_id = ${licenseId} and is_valid = false and ${isInstallation(installation)}
    ) found order by (is_valid is false) desc, activated_at limit 1`,
  )
  const found = rows[0] ? toActivation(rows[0]) : null
  const isRefused = found?.isValid === false
  return { active: isRefused ? null : found, isRefused }
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
  const { rows } = await executeKept(
    db,
    sql`
    select ${activationColumns} from activations
    where license_id = ${licenseId} and is_active ${production(onlyProduction)}
    order by activated_at, id`,
  )
  return rows.map(toActivation)
}

/** Those of some activations that are active, by their ids. */
export async function findActiveAmong(db: Queryable, ids: readonly string[]): Promise<string[]> {
  const { rows } = await db.execute(sql`
    select id from activations where id = any(${sql.param(ids)}::uuid[]) and is_active`)
  return rows.map(({ id }) => String(id))
}

/**
 * How many different installations a licence ever had beside this one, and whether this one is among them.
 *
 * @param names what this one is told apart by, and was before
 * @param onlyProduction leaves out those that take no slot
 */
export async function countInstallations(
  db: Queryable,
  licenseId: string,
  names: readonly Installation[],
  onlyProduction: boolean,
): Promise<{ isKnown: boolean; others: number }> {
  const isThis = sql`(${sql.join(names.map(isInstallation), sql` or `)})`
  const { rows } = await db.execute(sql`
    select coalesce(bool_or(${isThis}), false) as is_known,
      (count(distinct coalesce('device ' || fingerprint, domain, 'ip ' || ip, '')) filter (where not ${isThis}))::int as others
    from activations where license_id = ${licenseId} ${production(onlyProduction)}`)
  return { isKnown: rows[0]?.is_known === true, others: Number(rows[0]?.others) }
}

/** An activation from its row. */
export function toActivation(row: Record<string, unknown>): Activation {
  const found = row as ActivationRow
  return {
    activatedAt: new Date(found.activated_at),
    clientName: found.client_name,
    domain: found.domain,
    environment: found.environment,
    fingerprint: found.fingerprint,
    id: found.id,
    ip: found.ip,
    isActive: found.is_active === true,
    isValid: found.is_valid !== false,
    lastSeenAt: new Date(found.last_seen_at),
    licenseId: found.license_id,
    name: found.name,
  }
}

function isInstallation({ domain, fingerprint, ip }: Installation): SQL {
  if (fingerprint !== null) return sql`(fingerprint is not null and fingerprint = ${fingerprint})`
  return domain === null
    ? sql`(fingerprint is null and domain is null and ip is not distinct from ${ip})`
    : sql`(fingerprint is null and domain is not null and domain = ${domain})`
}

function production(only: boolean): SQL {
  return only ? sql`and environment = 'production'` : sql``
}

type ActivationRow = {
  activated_at: string
  client_name: null | string
  domain: null | string
  environment: Environment
  fingerprint: null | string
  id: string
  ip: null | string
  is_active: boolean | null
  is_valid: boolean | null
  last_seen_at: string
  license_id: string
  name: null | string
}
