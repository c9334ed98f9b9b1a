import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../licensing/types'

/** A passkey as it is stored. */
export type PasskeyRow = {
  counter: number
  createdAt: Date
  credentialId: string
  customer: string
  id: string
  lastUsedAt: Date | null
  name: string
  publicKey: string
  transports: string[]
}

export type NewPasskey = Pick<
  PasskeyRow,
  'counter' | 'credentialId' | 'customer' | 'name' | 'publicKey' | 'transports'
> & { isBackedUp: boolean }

const columns = sql`id, customer_id, name, credential_id, public_key, counter, transports, last_used_at, created_at`

/** The passkeys of a customer, the oldest first. */
export async function findPasskeys(db: Queryable, customer: string): Promise<PasskeyRow[]> {
  const { rows } = await db.execute(sql`
    select ${columns} from passkeys where customer_id = ${customer} order by created_at, id`)
  return rows.map(toPasskey)
}

/** The passkey with an id that its device gave it. */
export async function findPasskey(db: Queryable, credentialId: string): Promise<null | PasskeyRow> {
  const { rows } = await db.execute(sql`
    select ${columns} from passkeys where credential_id = ${credentialId}`)
  return rows[0] ? toPasskey(rows[0]) : null
}

/** Writes a passkey; false for one that is there already. */
export async function insertPasskey(db: Queryable, passkey: NewPasskey): Promise<boolean> {
  const { rows } = await db.execute(sql`
    insert into passkeys (customer_id, name, credential_id, public_key, counter, transports, is_backed_up, created_at, updated_at)
    values (${passkey.customer}, ${passkey.name}, ${passkey.credentialId}, ${passkey.publicKey}, ${passkey.counter},
      ${JSON.stringify(passkey.transports)}::jsonb, ${passkey.isBackedUp}, now(), now())
    on conflict (credential_id) do nothing returning id`)
  return rows.length > 0
}

/**
 * Notes that a passkey was used. Its counter must have grown where the device counts at all: otherwise there is a copy of it.
 */
export async function notePasskeyUse(db: Queryable, id: string, counter: number): Promise<boolean> {
  const { rows } = await db.execute(sql`
    update passkeys set counter = ${counter}, last_used_at = now(), updated_at = now()
    where id = ${id} and (counter < ${counter} or (counter = 0 and ${counter} = 0)) returning id`)
  return rows.length > 0
}

/** Removes one of a customer's own passkeys; whether there was one. */
export async function deletePasskey(db: Queryable, customer: string, id: string): Promise<boolean> {
  const { rows } = await db.execute(sql`
    delete from passkeys where id::text = ${id} and customer_id = ${customer} returning id`)
  return rows.length > 0
}

/** Removes all passkeys of a customer; how many there were. */
export async function deletePasskeysOf(db: Queryable, customer: string): Promise<number> {
  const { rows } = await db.execute(sql`
    delete from passkeys where customer_id = ${customer} returning id`)
  return rows.length
}

function toPasskey(row: Record<string, unknown>): PasskeyRow {
  return {
    counter: Number(row.counter),
    createdAt: new Date(row.created_at as string),
    credentialId: row.credential_id as string,
    customer: row.customer_id as string,
    id: row.id as string,
    lastUsedAt: row.last_used_at ? new Date(row.last_used_at as string) : null,
    name: row.name as string,
    publicKey: row.public_key as string,
    transports: Array.isArray(row.transports) ? (row.transports as string[]) : [],
  }
}
