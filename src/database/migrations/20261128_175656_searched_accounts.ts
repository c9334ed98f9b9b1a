import { MigrateDownArgs, sql } from '@payloadcms/db-postgres'

/** Nothing: the indexes of searches are made after the migrations, each in a transaction of its own. */
export async function up(): Promise<void> {
  // See `ensureSearchIndexes`.
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX IF EXISTS "download_tokens_search_idx";
  DROP INDEX IF EXISTS "blacklist_entries_search_idx";
  DROP INDEX IF EXISTS "envato_conflicts_search_idx";
  DROP INDEX IF EXISTS "envato_imports_search_idx";
  DROP INDEX IF EXISTS "identities_search_idx";`)
}
