import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../licensing/types'

/** How a customer's last reading of purchases went, or goes. */
export type EnvatoImport = {
  endedAt: Date | null
  licenses: number
  purchases: number
  status: 'done' | 'failed' | 'waiting'
}

/** The reading of a customer's purchases; null where there was none. */
export async function findImport(db: Queryable, customer: string): Promise<EnvatoImport | null> {
  const { rows } = await db.execute(sql`
    select status, purchases, licenses, ended_at from envato_imports where customer_id = ${customer}`)
  const [row] = rows
  return row
    ? {
        endedAt: row.ended_at ? new Date(row.ended_at as string) : null,
        licenses: Number(row.licenses ?? 0),
        purchases: Number(row.purchases ?? 0),
        status: row.status as EnvatoImport['status'],
      }
    : null
}

/** Notes that a customer's purchases are to be read with these tokens. An earlier reading that still waits is given up for it. */
export async function writeImport(
  db: Queryable,
  { customer, run, tokens }: { customer: string; run: string; tokens: string },
): Promise<void> {
  await db.execute(sql`
    insert into envato_imports (customer_id, status, tokens, run, attempts, created_at, updated_at)
    values (${customer}, 'waiting', ${tokens}, ${run}, 0, now(), now())
    on conflict (customer_id) do update set
      status = 'waiting', tokens = excluded.tokens, run = excluded.run, attempts = 0, error = null, licenses = 0,
      updated_at = now()`)
}

/** Counts an attempt of a reading that still waits; null where another one took its place or it has ended. */
export async function claimImport(
  db: Queryable,
  { customer, run }: { customer: string; run: string },
): Promise<null | { attempts: number; tokens: string }> {
  const { rows } = await db.execute(sql`
    update envato_imports set attempts = attempts + 1, updated_at = now()
    where customer_id = ${customer} and run = ${run} and status = 'waiting' and tokens is not null
    returning attempts, tokens`)
  const [row] = rows
  return row ? { attempts: Number(row.attempts), tokens: row.tokens as string } : null
}

/** Keeps renewed tokens of a reading that goes on. */
export async function writeTokens(db: Queryable, run: string, tokens: string): Promise<void> {
  await db.execute(sql`
    update envato_imports set tokens = ${tokens}, updated_at = now() where run = ${run} and status = 'waiting'`)
}

type Ending = {
  error: null | string
  licenses: number
  purchases: number
  run: string
  status: 'done' | 'failed'
}

/** Ends a reading; licences are counted over all its attempts. Its tokens are gone from then on. */
export async function endImport(
  db: Queryable,
  { error, licenses, purchases, run, status }: Ending,
): Promise<void> {
  await db.execute(sql`
    update envato_imports set status = ${status}, tokens = null, error = ${error}, purchases = ${purchases},
      licenses = coalesce(licenses, 0) + ${licenses}, ended_at = now(), updated_at = now()
    where run = ${run} and status = 'waiting'`)
}

/** Notes why a reading has to be tried again, and what it has added so far. */
export async function noteFailure(
  db: Queryable,
  { error, licenses, run }: { error: string; licenses: number; run: string },
): Promise<void> {
  await db.execute(sql`
    update envato_imports set error = ${error}, licenses = coalesce(licenses, 0) + ${licenses}, updated_at = now()
    where run = ${run} and status = 'waiting'`)
}
