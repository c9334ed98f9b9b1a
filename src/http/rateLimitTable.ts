import type { Payload } from 'payload'

import { advisoryLocks } from '../database/advisoryLocks'

type Pool = { query: (text: string) => Promise<unknown> }

/** The table that counts requests for all instances. What is in it may be lost: it is not logged. */
export const rateLimitTable = 'lm_rate_limits'

/** Makes the table where it is missing. Instances that start at once do not disturb each other. */
export async function ensureRateLimitTable(payload: Payload): Promise<void> {
  const { pool } = payload.db as unknown as { pool: Pool }
  await pool.query(`
    begin;
    select pg_advisory_xact_lock(${advisoryLocks.rateLimitTable});
    create unlogged table if not exists ${rateLimitTable} (
      key varchar(255) primary key, points integer not null default 0, expire bigint
    );
    commit;`)
}
