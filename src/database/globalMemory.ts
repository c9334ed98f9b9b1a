import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'
import type { GlobalSlug, Payload, PayloadRequest, SanitizedConfig } from 'payload'

import type { Queryable } from '../licensing/types'
import { executeKept } from './keptStatements'

type Known = { config: SanitizedConfig; value: unknown; version: string }

type RememberOptions<T> = {
  as: string
  read: (within?: PayloadRequest) => Promise<T>
  req?: PayloadRequest
  slug: GlobalSlug
}

type Version = { isSettled: boolean; version: string }

type Adapter = {
  drizzle: Queryable
  readReplicaOptions?: readonly string[]
  tableNameMap: Map<string, string>
  tables: Record<string, SQL>
}

// The server and Next's bundle have a copy of this module each, and need not remember twice.
const key = Symbol.for('license-manager.globals')
const shared = globalThis as unknown as Record<
  symbol,
  undefined | WeakMap<Payload, Map<string, Known>>
>
const memory = (shared[key] ??= new WeakMap())

/**
 * What was read of a global, for as long as its row is the same: each time PostgreSQL is asked which version of the row is the one that
 * counts, so that a change holds at once in every process. It cannot be changed by who gets it. With read replicas, of which one may be behind
 * the other, it is read every time. So it is within a transaction, on its connection: it shows what the transaction changed, and whoever holds locks
 * must not wait for another connection.
 *
 * @param options.as names what is read, where several things are read of one global
 * @param options.read must depend on nothing but the global; it is given the request whose transaction it is within
 * @param options.req who asks
 */
export async function rememberGlobal<T>(
  payload: Payload,
  { as, read, req, slug }: RememberOptions<T>,
): Promise<T> {
  if (req?.transactionID) return read(req)
  const { isSettled, version } = (await versionOf(payload, slug)) ?? {
    isSettled: false,
    version: '',
  }
  if (!isSettled) return read()
  const known = memory.get(payload) ?? new Map<string, Known>()
  memory.set(payload, known)
  const name = `${slug} ${as}`
  const found = known.get(name)
  const { config } = payload
  if (found?.version === version && found.config === config) return found.value as T
  // Read after the version: what changes in between is read again at the next question.
  const value = frozen(await read())
  known.set(name, { config, value, version })
  return value
}

/**
 * Of which transaction the row is and where it lies; each change of a global writes its row. It has settled when the lists beside it are written as
 * well, which without transactions comes after. Null where nothing can be said.
 */
async function versionOf({ db }: Payload, slug: string): Promise<null | Version> {
  const { drizzle, readReplicaOptions, tableNameMap, tables } = db as unknown as Adapter
  const table = tables[tableNameMap.get(slug.replaceAll('-', '_')) ?? '']
  if (!table || readReplicaOptions?.length) return null
  const { rows } = await executeKept(
    drizzle,
    sql`select xmin::text || ' ' || ctid::text as version, updated_at < now() - interval '10 seconds' as is_settled
      from ${table} limit 1`,
  )
  const [row] = rows
  return row ? { isSettled: row.is_settled === true, version: row.version as string } : null
}

/** Makes a value, and all that it holds, one that nobody changes. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}
