import { sql } from '@payloadcms/db-postgres/drizzle'

import { type MaybePromise, whenKnown } from '../../async/whenKnown'
import type { Queryable } from '../../licensing/types'
import { remember } from '../remember'
import { claimedNamesOf, isBlacklisted, namesOf, type Origin } from './repository'

/** The blacklist as each call asks for it. */
export type Blacklist = {
  /** Forgets what is remembered: an entry was made here. */
  forget: () => void
  isListed: (origin: Origin) => MaybePromise<boolean>
}

type Lists = { addresses: Set<string>; domains: Set<string>; pairs: Set<string> }

const memoryMs = 1000
const mostRemembered = 10_000

/** Keeps the blacklist in memory for a second. One that is too long for that is asked entry by entry. */
export function createBlacklist(db: Queryable): Blacklist {
  const lists = remember(() => readLists(db), memoryMs)
  return {
    forget: lists.forget,
    isListed: (origin) =>
      whenKnown(lists.read(), (known) => (known ? isIn(known, origin) : isBlacklisted(db, origin))),
  }
}

function isIn({ addresses, domains, pairs }: Lists, { connectionIp, domain, ip }: Origin): boolean {
  const own = namesOf(connectionIp)
  if (own.some((address) => addresses.has(address))) return true
  const isClaimed = addresses.size > 0 && ip !== connectionIp
  if (isClaimed && claimedNamesOf(ip).some((address) => addresses.has(address))) return true
  if (domain === null) return false
  return domains.has(domain) || own.some((address) => pairs.has(`${domain}|${address}`))
}

async function readLists(db: Queryable): Promise<Lists | null> {
  const { rows } = await db.execute(
    sql`select nullif(domain, '') as domain, nullif(ip, '') as ip from blacklist_entries limit ${mostRemembered + 1}`,
  )
  if (rows.length > mostRemembered) return null
  const lists: Lists = { addresses: new Set(), domains: new Set(), pairs: new Set() }
  for (const { domain, ip } of rows as { domain: null | string; ip: null | string }[]) {
    if (domain !== null && ip !== null) lists.pairs.add(`${domain}|${ip}`)
    else if (domain !== null) lists.domains.add(domain)
    else if (ip !== null) lists.addresses.add(ip)
  }
  return lists
}
