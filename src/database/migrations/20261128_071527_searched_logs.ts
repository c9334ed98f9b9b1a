import { MigrateDownArgs, sql } from '@payloadcms/db-postgres'

/**
 * Nothing: the indexes are made after the migrations, each in a transaction of its own, so that no log waits for another one's. A migration is one
 * transaction for all of them.
 */
export async function up(): Promise<void> {
  // See `ensureSearchIndexes`.
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX IF EXISTS "activity_log_search_idx";
  DROP INDEX IF EXISTS "failed_attempts_search_idx";
  DROP INDEX IF EXISTS "login_events_search_idx";
  DROP INDEX IF EXISTS "mails_search_idx";
  DROP INDEX IF EXISTS "webhook_deliveries_search_idx";`)
}
