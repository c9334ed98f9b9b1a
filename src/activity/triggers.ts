import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'

import { advisoryLocks } from '../database/advisoryLocks'
import { tableExists } from '../database/tableExists'
import type { Database, Queryable } from '../licensing/types'
import { logFunctions } from './functions'

/** Raised whenever what stands below, or in `functions.ts`, changes: an older one in the database is then replaced at the next start. */
const version = 'license manager log 4'

/** What is logged, by table: the word that its events begin with. */
const logged = {
  activations: 'activation',
  api_keys: 'key',
  blacklist_entries: 'blacklist',
  customers: 'customer',
  licenses: 'license',
  products: 'product',
  settings: 'settings',
  signing_keys: 'signing_key',
  users: 'administrator',
  versions: 'version',
} as const

/**
 * Makes the triggers that write the activity log and queue the webhooks, in the transaction of each change and whoever makes it: Payload,
 * the rules' own SQL, an import or somebody at the database's console.
 *
 * @param db a transaction
 */
export async function createLogTriggers(db: Queryable): Promise<void> {
  for (const statement of logFunctions) await db.execute(statement)
  for (const [table, word] of Object.entries(logged)) {
    // A host may have a collection of its own for administrators.
    if (!(await tableExists(db, table))) continue
    const name = sql.identifier(table)
    // Seeing an installation again writes its row as well, and is none of the log's business.
    const columns =
      table === 'activations'
        ? sql.raw('of is_active, is_valid, name, license_id, fingerprint')
        : sql.raw('')
    await db.execute(sql`drop trigger if exists license_manager_log on ${name}`)
    await db.execute(sql`
      create trigger license_manager_log after insert or delete or update ${columns} on ${name}
      for each row execute function license_manager_log(${sql.raw(`'${word}'`)})`)
  }
  await db.execute(sql`drop trigger if exists license_manager_append_only on activity_log`)
  await db.execute(sql`
    create trigger license_manager_append_only before update or delete on activity_log
    for each row execute function license_manager_append_only()`)
  await db.execute(sql`drop trigger if exists license_manager_no_truncate on activity_log`)
  await db.execute(sql`
    create trigger license_manager_no_truncate before truncate on activity_log
    for each statement execute function license_manager_append_only()`)
  await db.execute(sql`comment on function license_manager_log() is ${sql.raw(`'${version}'`)}`)
}

/** Takes them away again. */
export async function dropLogTriggers(db: Queryable): Promise<void> {
  await db.execute(sql`drop function if exists license_manager_log() cascade`)
  await db.execute(sql`drop function if exists license_manager_append_only() cascade`)
  await db.execute(sql`drop function if exists license_manager_changes(text, jsonb, jsonb)`)
  await db.execute(sql`drop function if exists license_manager_queue_webhook(text, jsonb)`)
}

/** Makes them where they are missing or of an earlier version. */
export async function ensureLogTriggers(payload: Payload): Promise<void> {
  const { drizzle } = payload.db as unknown as { drizzle: Database }
  if (await hasLogTriggers(drizzle)) return
  await drizzle.transaction(async (db) => {
    // Processes that start at once would replace the same functions, which PostgreSQL refuses.
    await db.execute(sql`select pg_advisory_xact_lock(${advisoryLocks.logTriggers})`)
    if (!(await hasLogTriggers(db))) await createLogTriggers(db)
  })
}

async function hasLogTriggers(db: Queryable): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select obj_description(to_regprocedure('license_manager_log()'), 'pg_proc') as version`)
  return rows[0]?.version === version
}
