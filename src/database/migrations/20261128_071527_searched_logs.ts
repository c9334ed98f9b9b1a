import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

import { createSearchIndex } from '../searchIndexes'

const logs = [
  'activity_log',
  'failed_attempts',
  'login_events',
  'mails',
  'webhook_deliveries',
] as const

// By hand: where the extension pg_trgm cannot be created there are no indexes, and the app starts without them.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const table of logs) await createSearchIndex(db, table)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX IF EXISTS "activity_log_search_idx";
  DROP INDEX IF EXISTS "failed_attempts_search_idx";
  DROP INDEX IF EXISTS "login_events_search_idx";
  DROP INDEX IF EXISTS "mails_search_idx";
  DROP INDEX IF EXISTS "webhook_deliveries_search_idx";`)
}
