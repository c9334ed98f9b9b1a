import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../licensing/types'

/** What mails say of a licence. */
export type MailedLicense = {
  code: string
  expiresAt: Date | null
  isValid: boolean
  item: string
  parallelUses: null | number
  updatesUntil: Date | null
}

/** Reads a licence for a mail about it; null where it is gone. */
export async function findMailedLicense(db: Queryable, id: string): Promise<MailedLicense | null> {
  const { rows } = await db.execute(sql`
    select l.code, l.expires_at, l.is_valid, l.parallel_uses, l.updates_until, p.name
    from licenses l join products p on p.id = l.product_id where l.id = ${id}`)
  const row = rows[0]
  return row
    ? {
        code: row.code as string,
        expiresAt: dateOf(row.expires_at),
        isValid: row.is_valid !== false,
        item: row.name as string,
        parallelUses: row.parallel_uses === null ? null : Number(row.parallel_uses),
        updatesUntil: dateOf(row.updates_until),
      }
    : null
}

/** Who gets mails about a licence. */
export type Recipient = { customer: null | string; to: string }

/**
 * Who gets mails about a licence: its customer at a confirmed address, else the licence's own address. An unconfirmed address may be
 * a stranger's.
 *
 * @returns null where there is neither
 */
export async function findRecipient(db: Queryable, license: string): Promise<null | Recipient> {
  const { rows } = await db.execute(sql`
    select c.id, coalesce(c.email, l.email) as "to" from licenses l
    left join customers c on c.confirmed_at is not null and (c.client_id = l.customer_id
      or l.customer_id is null and c.email = l.email)
    where l.id = ${license} limit 1`)
  const to = rows[0]?.to as null | string | undefined
  return to ? { customer: (rows[0]?.id as null | string) ?? null, to } : null
}

function dateOf(value: unknown): Date | null {
  return value ? new Date(value as string) : null
}
