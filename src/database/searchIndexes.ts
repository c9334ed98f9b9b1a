import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'

import type { Database, Queryable } from '../licensing/types'

const indexNames = ['customers_search_idx', 'licenses_search_idx', 'activations_search_idx']

/**
 * Makes the indexes that the searches of the admin panel use, and PostgreSQL's extension of trigrams that they need. Where the server
 * lacks it, or the database's user may not create it, they are left out: a search finds the same without them, more slowly.
 *
 * @param db a transaction
 */
export async function createSearchIndexes(db: Queryable): Promise<void> {
  // With many rows it takes longer than the pool allows its statements.
  await db.execute(sql`select set_config('statement_timeout', '0', true)`)
  await db.execute(sql`
    do $$ begin
      create extension if not exists pg_trgm;
      create index if not exists customers_search_idx on customers
        using gin (name gin_trgm_ops, email gin_trgm_ops, client_id gin_trgm_ops);
      create index if not exists licenses_search_idx on licenses
        using gin (code gin_trgm_ops, customer_id gin_trgm_ops, email gin_trgm_ops, invoice gin_trgm_ops);
      create index if not exists activations_search_idx on activations using gin (domain gin_trgm_ops);
    exception
      -- Another process has just made them.
      when unique_violation or duplicate_object or duplicate_table then null;
      when insufficient_privilege or feature_not_supported or undefined_file or undefined_object then
        raise warning 'There are no indexes for the search: %', sqlerrm;
    end $$`)
}

const warned = new WeakSet<Payload>()

/**
 * Makes the indexes where an earlier start could not, and says what is to be done where it still cannot.
 *
 * @returns whether they are there
 */
export async function ensureSearchIndexes(payload: Payload): Promise<boolean> {
  const { drizzle } = payload.db as unknown as { drizzle: Database }
  if (await hasSearchIndexes(drizzle)) return true
  await drizzle.transaction(createSearchIndexes)
  if (await hasSearchIndexes(drizzle)) return true
  // Both what starts and what migrates asks for them.
  if (warned.has(payload)) return false
  warned.add(payload)
  payload.logger.warn(
    "The search of the admin panel has no indexes: the database's user may not create the extension pg_trgm. Everything works, but " +
      'with many licenses searching is slow. Let an owner of the database run CREATE EXTENSION pg_trgm; and start again.',
  )
  return false
}

/** Whether all of them are there. */
export async function hasSearchIndexes(db: Queryable): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select count(to_regclass(name)) as count from unnest(${sql.param(indexNames)}::text[]) as name`)
  return Number(rows[0]?.count) === indexNames.length
}
