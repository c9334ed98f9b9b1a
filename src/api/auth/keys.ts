import { sql } from '@payloadcms/db-postgres/drizzle'

import { hashApiKey } from '../../../collections/ApiKeys/hooks/issueKey'
import type { MaybePromise } from '../../async/whenKnown'
import type { Queryable } from '../../licensing/types'

export type KeyKind = 'external' | 'internal'

/** A key as the API needs it. */
export type ApiKey = {
  expiresAt: Date | null
  id: string
  isRevoked: boolean
  kind: KeyKind
  name: string
}

/** How long a key may be believed without asking again: what a revocation takes at most. */
const memoryMs = 3000
const memorySize = 1000
const longestKey = 200

/**
 * Looks keys up by their hash: one indexed query. For a key that was seen in the last seconds there is neither hash nor query; after that it
 * is forgotten. Unknown keys are not remembered.
 */
export function createKeyLookup(db: Queryable): (key: string) => MaybePromise<ApiKey | null> {
  const memory = new Map<string, ApiKey>()

  const ask = async (given: string) => {
    const key = await findKeyByHash(db, hashApiKey(given))
    if (!key) return null
    const oldest = memory.keys().next().value
    if (memory.size >= memorySize && oldest !== undefined) memory.delete(oldest)
    memory.set(given, key)
    setTimeout(() => memory.delete(given), memoryMs).unref()
    return key
  }

  return (given) => {
    if (given.length > longestKey) return null
    return memory.get(given) ?? ask(given)
  }
}

async function findKeyByHash(db: Queryable, hash: string): Promise<ApiKey | null> {
  const { rows } = await db.execute(
    sql`select id, name, kind, expires_at, is_revoked from api_keys where key_hash = ${hash}`,
  )
  const row = rows[0] as
    | {
        expires_at: null | string
        id: string
        is_revoked: boolean | null
        kind: KeyKind
        name: string
      }
    | undefined
  return row
    ? {
        expiresAt: row.expires_at === null ? null : new Date(row.expires_at),
        id: row.id,
        isRevoked: row.is_revoked === true,
        kind: row.kind,
        name: row.name,
      }
    : null
}
