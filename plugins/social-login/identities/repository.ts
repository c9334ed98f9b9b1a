import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { findOptions } from '../options'
import type { Profile } from '../types'

type Queryable = { execute: (query: unknown) => PromiseLike<{ rows: Record<string, unknown>[] }> }

/** An identity's row. */
export type Identity = {
  account: string
  createdAt: Date
  email: null | string
  id: string
  lastUsedAt: Date | null
  name: null | string
  provider: string
  subject: string
}

const columns = sql`id, account_id, provider, subject, email, name, last_used_at, created_at`

/** The identity of a provider's account. */
export async function findIdentity(
  req: PayloadRequest,
  { provider, subject }: Pick<Profile, 'provider' | 'subject'>,
): Promise<Identity | null> {
  const db = await databaseOf(req)
  const { rows } = await db.execute(sql`
    select ${columns} from identities where provider = ${provider} and subject = ${subject}`)
  return rows[0] ? toIdentity(rows[0]) : null
}

/** The identities of an account, the oldest first. Without the plugin there are none. */
export async function findIdentitiesOf(req: PayloadRequest, account: string): Promise<Identity[]> {
  if (!findOptions(req.payload.config)) return []
  const db = await databaseOf(req)
  const { rows } = await db.execute(sql`
    select ${columns} from identities where account_id = ${account} order by created_at, id`)
  return rows.map(toIdentity)
}

/** Adds an identity to an account; false where the provider's account is somebody's already. Of callers at the same time one gets it. */
export async function insertIdentity(
  req: PayloadRequest,
  account: string,
  { email, name, provider, subject }: Profile,
): Promise<boolean> {
  const db = await databaseOf(req)
  const { rows } = await db.execute(sql`
    insert into identities (account_id, provider, subject, email, name, last_used_at, created_at, updated_at)
    values (${account}, ${provider}, ${subject}, ${email}, ${name}, now(), now(), now())
    on conflict (provider, subject) do nothing returning id`)
  return rows.length > 0
}

/** Notes that an identity was used, and what the provider told this time. */
export async function noteIdentityUse(
  req: PayloadRequest,
  id: string,
  { email, name }: Profile,
): Promise<void> {
  const db = await databaseOf(req)
  await db.execute(sql`
    update identities set last_used_at = now(), email = ${email}, name = ${name}, updated_at = now()
    where id = ${id}`)
}

/** Removes one of an account's own identities; what it was, null where there was none. */
export async function deleteIdentity(
  req: PayloadRequest,
  account: string,
  id: string,
): Promise<Identity | null> {
  const db = await databaseOf(req)
  const { rows } = await db.execute(sql`
    delete from identities where id::text = ${id} and account_id = ${account} returning ${columns}`)
  return rows[0] ? toIdentity(rows[0]) : null
}

/** Removes the identities of an account, all or all but one. Without the plugin there are none. */
export async function deleteIdentitiesOf(
  req: PayloadRequest,
  account: string,
  except: null | string = null,
): Promise<void> {
  if (!findOptions(req.payload.config)) return
  const db = await databaseOf(req)
  await db.execute(sql`
    delete from identities where account_id = ${account} and id::text is distinct from ${except}`)
}

/** The database as this request must use it: the transaction that it runs in, else the connection pool. */
async function databaseOf(req: PayloadRequest): Promise<Queryable> {
  const { drizzle, sessions } = req.payload.db as unknown as {
    drizzle: Queryable
    sessions: Record<number | string, undefined | { db: Queryable }>
  }
  const id = await req.transactionID
  return (id === undefined || id === null ? undefined : sessions[id]?.db) ?? drizzle
}

function toIdentity(row: Record<string, unknown>): Identity {
  return {
    account: row.account_id as string,
    createdAt: new Date(row.created_at as string),
    email: row.email as null | string,
    id: row.id as string,
    lastUsedAt: row.last_used_at ? new Date(row.last_used_at as string) : null,
    name: row.name as null | string,
    provider: row.provider as string,
    subject: row.subject as string,
  }
}
