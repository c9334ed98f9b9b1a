import { sql } from '@payloadcms/db-postgres/drizzle'

import { addressBlock } from '../../http/addressBlock'
import { isPublic } from '../../http/isPublic'
import type { Queryable } from '../../licensing/types'

/** Where a call says and where it is seen to come from. */
export type Origin = { connectionIp: string; domain: null | string; ip: null | string }

/** A refused call. */
export type Attempt = {
  action: string
  /** The device, as the software tells devices apart. */
  fingerprint: null | string
  licenseCode: null | string
  /** The licence, where the call named one that there is. */
  licenseId: null | string
  productReferenceId: null | string
  reason: string
  url: null | string
  userAgent: null | string
} & Origin

/**
 * Whether calls of this origin are refused. An entry of a domain with an address binds that domain only over connections from that
 * address; an entry of an address alone binds what comes from there, whatever it claims to be, and what claims to be there, where that is
 * an address of the public internet: one such as 127.0.0.1 is that of very many. So a claim shuts out nobody but who makes it. An entry may name the block of an IPv6 address.
 */
export async function isBlacklisted(
  db: Queryable,
  { connectionIp, domain, ip }: Origin,
): Promise<boolean> {
  const addresses = sql.param(namesOf(connectionIp))
  const claimed = sql.param([...namesOf(connectionIp), ...claimedNamesOf(ip)])
  const { rows } = await db.execute(sql`
    select 1 from blacklist_entries
    where (domain = ${domain} and (ip is null or ip = '' or ip = any(${addresses}::varchar[])))
      or ((domain is null or domain = '') and ip = any(${claimed}::varchar[]))
    limit 1`)
  return rows.length > 0
}

/** How entries may name an address that is only said. */
export function claimedNamesOf(address: null | string): string[] {
  return address !== null && isPublic(address) ? namesOf(address) : []
}

/** How entries may name an address. */
export function namesOf(address: string): string[] {
  return [address, addressBlock(address)]
}

/** Records a refused call. A licence that was deleted meanwhile is left out; one that is locked is waited for. */
export async function insertAttempt(db: Queryable, attempt: Attempt): Promise<void> {
  await db.execute(sql`
    insert into failed_attempts (action, reason, product_reference_id, license_code, license_id, url, domain, fingerprint, ip,
      connection_ip, user_agent)
    values (${attempt.action}, ${attempt.reason}, ${attempt.productReferenceId}, ${attempt.licenseCode},
      (select id from licenses where id = ${attempt.licenseId}), ${attempt.url}, ${attempt.domain},
      ${attempt.fingerprint}, ${attempt.ip}, ${attempt.connectionIp}, ${attempt.userAgent})`)
}

/** Blacklists a domain over one address, or an address. An entry that is there already is kept. */
export async function insertBlacklistEntry(
  db: Queryable,
  { domain, ip }: { domain: null | string; ip: string },
  reason: string,
): Promise<void> {
  await db.execute(sql`
    insert into blacklist_entries (domain, ip, reason)
    select ${domain}::varchar, ${ip}::varchar, ${reason}::varchar
    where not exists (
      select 1 from blacklist_entries where domain is not distinct from ${domain}::varchar and ip = ${ip})`)
}
