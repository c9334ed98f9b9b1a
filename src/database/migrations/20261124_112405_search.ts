import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

import { createSearchIndex } from '../searchIndexes'

// By hand: where the extension pg_trgm cannot be created there are no indexes, and the app starts without them.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const table of ['customers', 'licenses', 'activations'] as const) {
    await createSearchIndex(db, table)
  }
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX IF EXISTS "customers_search_idx";
  DROP INDEX IF EXISTS "licenses_search_idx";
  DROP INDEX IF EXISTS "activations_search_idx";`)
}
