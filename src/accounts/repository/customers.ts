import { sql } from '@payloadcms/db-postgres/drizzle'

import type { CustomerLanguage } from '../../../collections/Customers/fields/language'
import type { Queryable } from '../../licensing/types'
import type { StoredPassword } from '../passwords/hash'

/** What signing in and the security of an account depend on. */
export type AuthRow = {
  confirmedAt: Date | null
  disabledAt: Date | null
  email: string
  id: string
  /** The bcrypt hash of a password that was imported, as long as it was not used; null without one. */
  importedHash: null | string
  /** Null where the customer chose none. */
  language: CustomerLanguage | null
  name: string
  password: StoredPassword
  pendingEmail: null | string
  totpEnabledAt: Date | null
}

const columns = sql`id, name, email, language, hash, salt, confirmed_at, disabled_at, pending_email, totp_enabled_at,
  imported_hash`

/** The account with this address, as it is stored: normalised. */
export async function findAuthByEmail(db: Queryable, email: string): Promise<AuthRow | null> {
  const { rows } = await db.execute(sql`select ${columns} from customers where email = ${email}`)
  return rows[0] ? toAuth(rows[0]) : null
}

/** An account by its id. */
export async function findAuthById(db: Queryable, id: string): Promise<AuthRow | null> {
  const { rows } = await db.execute(sql`select ${columns} from customers where id = ${id}`)
  return rows[0] ? toAuth(rows[0]) : null
}

/** An account by its id, held until the end of the transaction: what changes it waits. */
export async function lockAuth(db: Queryable, id: string): Promise<AuthRow | null> {
  const { rows } = await db.execute(
    sql`select ${columns} from customers where id = ${id} for update`,
  )
  return rows[0] ? toAuth(rows[0]) : null
}

/** Notes when a customer signed in. */
export async function writeLastLogin(db: Queryable, id: string): Promise<void> {
  await db.execute(sql`update customers set last_login = now() where id = ${id}`)
}

/** Writes a password. One that was imported is worth nothing any more; nothing else of the row changes. */
export async function writePassword(
  db: Queryable,
  id: string,
  { hash, salt }: { hash: string; salt: string },
): Promise<void> {
  await db.execute(sql`
    update customers set hash = ${hash}, salt = ${salt}, imported_hash = null, updated_at = now() where id = ${id}`)
}

/** Notes that the present address is confirmed. An earlier confirmation stays. */
export async function writeConfirmed(db: Queryable, id: string): Promise<void> {
  await db.execute(sql`
    update customers set confirmed_at = coalesce(confirmed_at, now()), updated_at = now() where id = ${id}`)
}

/** Takes the password away, also one that came with an import. */
export async function clearPassword(db: Queryable, id: string): Promise<void> {
  await db.execute(sql`
    update customers set hash = null, salt = null, imported_hash = null, updated_at = now() where id = ${id}`)
}

type NewCustomer = {
  clientId: string
  email: string
  /** Null for an account without a password. */
  hash: null | string
  isConfirmed?: boolean
  language?: CustomerLanguage | null
  name: string
  salt: null | string
}

/** Writes a customer who registered; null where the address has an account already. */
export async function insertCustomer(
  db: Queryable,
  { clientId, email, hash, isConfirmed = false, language = null, name, salt }: NewCustomer,
): Promise<null | string> {
  const { rows } = await db.execute(sql`
    insert into customers (name, email, client_id, language, hash, salt, confirmed_at, created_at, updated_at)
    values (${name}, ${email}, ${clientId}, ${language}, ${hash}, ${salt},
      case when ${isConfirmed}::boolean then now() end, now(), now())
    on conflict (email) do nothing returning id`)
  return (rows[0]?.id as string | undefined) ?? null
}

function toAuth(row: Record<string, unknown>): AuthRow {
  const date = (value: unknown) => (value ? new Date(value as string) : null)
  return {
    confirmedAt: date(row.confirmed_at),
    disabledAt: date(row.disabled_at),
    email: row.email as string,
    id: row.id as string,
    importedHash: row.imported_hash as null | string,
    language: (row.language ?? null) as CustomerLanguage | null,
    name: row.name as string,
    password: { hash: row.hash as null | string, salt: row.salt as null | string },
    pendingEmail: row.pending_email as null | string,
    totpEnabledAt: date(row.totp_enabled_at),
  }
}
