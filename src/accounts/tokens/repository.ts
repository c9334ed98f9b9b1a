import { sql } from '@payloadcms/db-postgres/drizzle'

import type { TokenPurpose } from '../../../collections/AccountTokens/purposes'
import type { Queryable } from '../../licensing/types'

/** A token's row, without the token. */
export type TokenRow = {
  customer: null | string
  data: Record<string, unknown>
  email: null | string
  expiresAt: Date
  id: string
  usedAt: Date | null
}

type NewToken = {
  customer: null | string
  data: Record<string, unknown>
  email: null | string
  purpose: TokenPurpose
  seconds: number
  tokenHash: string
}

const columns = sql`id, customer_id, email, data, expires_at, used_at`

/** Writes a token that is good for a number of seconds from now. */
export async function insertToken(db: Queryable, token: NewToken): Promise<void> {
  await db.execute(sql`
    insert into account_tokens (token_hash, purpose, customer_id, email, data, expires_at, created_at, updated_at)
    values (${token.tokenHash}, ${token.purpose}, ${token.customer}, ${token.email}, ${JSON.stringify(token.data)}::jsonb,
      now() + make_interval(secs => ${token.seconds}), now(), now())`)
}

/** Ends the unused tokens of a customer for some purposes. Their links then say that they have expired. */
export async function voidTokens(
  db: Queryable,
  customer: string,
  purposes: readonly TokenPurpose[],
): Promise<void> {
  const list = sql.join(
    purposes.map((purpose) => sql`${purpose}`),
    sql`, `,
  )
  await db.execute(sql`
    update account_tokens set expires_at = least(expires_at, now()), updated_at = now()
    where customer_id = ${customer} and purpose::text in (${list}) and used_at is null`)
}

/** Looks a token up without using it. */
export async function findToken(
  db: Queryable,
  tokenHash: string,
  purpose: TokenPurpose,
): Promise<null | TokenRow> {
  const { rows } = await db.execute(sql`
    select ${columns} from account_tokens where token_hash = ${tokenHash} and purpose = ${purpose}`)
  return rows[0] ? toToken(rows[0]) : null
}

/** Marks a token as used. One statement decides, so that of callers at the same time one gets it. */
export async function spendToken(
  db: Queryable,
  tokenHash: string,
  purpose: TokenPurpose,
): Promise<null | TokenRow> {
  const { rows } = await db.execute(sql`
    update account_tokens set used_at = now(), updated_at = now()
    where token_hash = ${tokenHash} and purpose = ${purpose} and used_at is null and expires_at > now()
    returning ${columns}`)
  return rows[0] ? toToken(rows[0]) : null
}

function toToken(row: Record<string, unknown>): TokenRow {
  return {
    customer: row.customer_id as null | string,
    data: (row.data ?? {}) as Record<string, unknown>,
    email: row.email as null | string,
    expiresAt: new Date(row.expires_at as string),
    id: row.id as string,
    usedAt: row.used_at ? new Date(row.used_at as string) : null,
  }
}

/** Has every link of a purpose count as used: what it was for is done. */
export async function spendTokensOf(
  db: Queryable,
  customer: string,
  purpose: TokenPurpose,
): Promise<void> {
  await db.execute(sql`
    update account_tokens set used_at = now(), updated_at = now()
    where customer_id = ${customer} and purpose::text = ${purpose} and used_at is null`)
}
