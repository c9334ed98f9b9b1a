import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'

import type { Database, Queryable } from '../licensing/types'
import { columnOf } from '../text/columnOf'

/** What lists and the search of the admin panel look into, by table: `like '%…%'` is fast over these fields. */
export const searchedFields = {
  activations: ['domain'],
  activity_log: ['label'],
  blacklist_entries: ['domain', 'ip', 'reason'],
  customers: ['name', 'email', 'clientId'],
  download_tokens: ['prefix'],
  envato_conflicts: ['purchaseCode'],
  envato_imports: ['error'],
  failed_attempts: ['domain', 'connectionIp', 'licenseCode'],
  identities: ['email', 'name', 'subject'],
  licenses: ['code', 'customerId', 'email', 'invoice'],
  login_events: ['email', 'ip'],
  mails: ['to', 'subject'],
  webhook_deliveries: ['url'],
} as const

export type SearchedTable = keyof typeof searchedFields

export const searchedTables = Object.keys(searchedFields) as SearchedTable[]

/**
 * Logs are written by the way, with each activation: each row then pays for its own entries, 0.04 ms, in place of a tenth of a second for one
 * of thousands. The others are as PostgreSQL makes them.
 */
export function isWrittenAtOnce(table: SearchedTable): boolean {
  return !['activations', 'customers', 'licenses'].includes(table)
}

/** Its name in the database. */
export function searchIndexOf(table: SearchedTable): string {
  return `${table}_search_idx`
}

/**
 * Makes the index that the searches of a list use, and PostgreSQL's extension of trigrams that it needs. Where the server
 * lacks it, or the database's user may not create it, it is left out: a search finds the same without it, more slowly.
 *
 * @param db a transaction
 */
export async function createSearchIndex(db: Queryable, table: SearchedTable): Promise<void> {
  const columns = searchedFields[table].map((field) => `"${columnOf(field)}" gin_trgm_ops`)
  const options = isWrittenAtOnce(table) ? 'with (fastupdate = off)' : ''
  // With many rows it takes longer than the pool allows its statements.
  await db.execute(sql`select set_config('statement_timeout', '0', true)`)
  await db.execute(
    sql.raw(`
    do $$ begin
      create extension if not exists pg_trgm;
      create index if not exists ${searchIndexOf(table)} on ${table} using gin (${columns.join(', ')}) ${options};
    exception
      -- Another process has just made them.
      when unique_violation or duplicate_object or duplicate_table then null;
      -- A host may do without the plugin of social login, or have a table of that name.
      when undefined_table or undefined_column then null;
      when insufficient_privilege or feature_not_supported or undefined_file or undefined_object then
        raise warning 'There is no index for the search: %', sqlerrm;
    end $$`),
  )
}

/**
 * Makes the indexes where an earlier start could not, and says what is to be done where it still cannot.
 *
 * @returns whether they are there
 */
export async function ensureSearchIndexes(payload: Payload): Promise<boolean> {
  const { drizzle } = payload.db as unknown as { drizzle: Database }
  if (await hasSearchIndexes(drizzle)) return true
  // One after the other, so that no table waits for more than its own.
  for (const table of searchedTables) {
    await drizzle.transaction((db) => createSearchIndex(db, table))
  }
  if (await hasSearchIndexes(drizzle)) return true
  payload.logger.warn(
    "The search of the admin panel has no indexes: the database's user may not create the extension pg_trgm. Everything works, but " +
      'with many licenses searching is slow. Let an owner of the database run CREATE EXTENSION pg_trgm; and start again.',
  )
  return false
}

/** Whether all of them are there, of the tables that are and have what is searched. */
export async function hasSearchIndexes(db: Queryable): Promise<boolean> {
  const searched = searchedTables.map((table) => ({
    columns: searchedFields[table].map(columnOf),
    index: searchIndexOf(table),
    table,
  }))
  const { rows } = await db.execute(sql`
    select 1 from jsonb_to_recordset(${JSON.stringify(searched)}::jsonb) as s("table" text, index text, columns jsonb)
    where to_regclass(index) is null and to_regclass("table") is not null and jsonb_array_length(columns) = (
      select count(*) from pg_attribute where attrelid = to_regclass("table") and not attisdropped and columns ? attname) limit 1`)
  return rows.length === 0
}
