import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload, TaskConfig } from 'payload'

import type { Queryable } from '../../licensing/types'
import { removeUnusedFile } from '../../releases/removeUnusedFile'

const batch = 1000

/** What was imported is remembered for a while; what never was is given up sooner, with the hashes that may be in it. */
const importIsOver = sql`(status = 'done' and imports.updated_at < now() - interval '90 days'
  or status in ('cancelled', 'checked', 'failed', 'ready') and imports.updated_at < now() - interval '7 days')`

/** What is worth nothing any more, by table. Those of plugins that an app leaves out are not there. */
const leftovers = {
  account_tokens: sql`expires_at < now() - interval '1 day'`,
  captcha_challenges: sql`expires_at < now()`,
  customer_sessions: sql`expires_at < now()`,
  failed_attempts: sql`created_at < now() - interval '90 days'`,
  // Before the imports: rows of one that is over go with it.
  import_rows: sql`import_id in (select id from imports where ${importIsOver})`,
  imports: sql`${importIsOver} and not exists (select 1 from import_rows where import_id = imports.id)`,
  idempotency_keys: sql`created_at < now() - interval '2 days'`,
  download_tokens: sql`expires_at < now() - interval '30 days'`,
  known_devices: sql`last_seen_at < now() - interval '400 days'`,
  login_events: sql`created_at < now() - interval '1 year'`,
  login_lockouts: sql`updated_at < now() - interval '2 days'`,
  social_login_states: sql`expires_at < now() - interval '1 hour'`,
  webhook_deliveries: sql`status <> 'queued' and occurred_at < now() - interval '30 days'`,
  // The last mail to somebody who is gone says who they were.
  mails: sql`status <> 'queued' and (created_at < now() - interval '1 year'
    or template = 'accountDeleted' and created_at < now() - interval '30 days')`,
}

/** Hashes of passwords in registrations that were given up, wherever a job keeps what it was given. */
const forgetFailedPasswords = [
  sql`update payload_jobs set input = input - 'hash' - 'salt'
    where task_slug = 'register' and has_error and input ?| array['hash', 'salt']`,
  sql`update payload_jobs_log set input = input - 'hash' - 'salt'
    where task_slug = 'register' and input ?| array['hash', 'salt']`,
]

/**
 * Deletes rows that have served their time, some at a time: nobody waits for long.
 *
 * @returns how many
 */
export async function deleteLeftovers(payload: Payload): Promise<number> {
  const { drizzle: db, tables } = payload.db as unknown as {
    drizzle: Queryable
    tables: Record<string, unknown>
  }
  for (const statement of forgetFailedPasswords) await db.execute(statement)
  let total = 0
  for (const [table, isOver] of Object.entries(leftovers)) {
    if (!Object.hasOwn(tables, table)) continue
    for (;;) {
      const name = sql.identifier(table)
      const { rows } = await db.execute(sql`
        delete from ${name} where id in (select id from ${name} where ${isOver} limit ${batch}) returning 1`)
      total += rows.length
      if (rows.length < batch) break
    }
  }
  return total
}

type Input = null | {
  /** Ids of release files whose versions were deleted. */
  releaseFiles?: string[]
}

/** The same as a job; or, where files are named, what versions left behind that are gone. */
export const cleanUp: TaskConfig<{ input: object; output: object }> = {
  slug: 'cleanUp',
  handler: async ({ input, req }) => {
    const releaseFiles = (input as Input)?.releaseFiles
    if (!releaseFiles) await deleteLeftovers(req.payload)
    for (const id of releaseFiles ?? []) await removeUnusedFile(req.payload, id)
    return { output: {} }
  },
  retries: 5,
}
