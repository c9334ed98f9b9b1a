import { sql } from '@payloadcms/db-postgres/drizzle'

import { advisoryLocks } from '../database/advisoryLocks'
import type { Queryable } from '../licensing/types'

/** A key pair as it is stored: the private part encrypted. */
export type StoredKey = { keyId: string; privateKey: string; publicKey: string }

/** Until the transaction ends nobody else makes or retires a key. */
export async function lockKeys(transaction: Queryable): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(${advisoryLocks.signingKeys})`)
}

/** The key that signs now; null where there is none yet. */
export async function findCurrentKey(db: Queryable): Promise<null | StoredKey> {
  const { rows } = await db.execute(sql`
    select key_id, private_key, public_key from signing_keys
    where retired_at is null order by created_at desc, id limit 1`)
  return rows[0] ? toKey(rows[0]) : null
}

/** The newest keys, retired ones too. */
export async function listKeys(db: Queryable): Promise<StoredKey[]> {
  const { rows } = await db.execute(sql`
    select key_id, private_key, public_key from signing_keys order by created_at desc, id limit 100`)
  return rows.map(toKey)
}

/** Stores a key that signs from now on. */
export async function insertKey(
  transaction: Queryable,
  { keyId, privateKey, publicKey }: StoredKey,
): Promise<void> {
  await transaction.execute(sql`
    insert into signing_keys (key_id, private_key, public_key, created_at, updated_at)
    values (${keyId}, ${privateKey}, ${publicKey}, clock_timestamp(), clock_timestamp())`)
}

/** No key that there is signs any more. */
export async function retireKeys(transaction: Queryable): Promise<void> {
  await transaction.execute(sql`
    update signing_keys set retired_at = now(), updated_at = now() where retired_at is null`)
}

/** The name of a product, for people. */
export async function findProductName(db: Queryable, id: string): Promise<string> {
  const { rows } = await db.execute(sql`select name from products where id = ${id}`)
  return (rows[0]?.name as string | undefined) ?? ''
}

function toKey(row: Record<string, unknown>): StoredKey {
  return {
    keyId: row.key_id as string,
    privateKey: row.private_key as string,
    publicKey: row.public_key as string,
  }
}
