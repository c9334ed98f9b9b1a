import type { Payload } from 'payload'

/** An arbitrary number that stands for "making the table" among PostgreSQL's advisory locks. */
const tableLock = 7_221_944_104

type Pool = { query: (text: string) => Promise<unknown> }

/** The table that counts requests for all instances. What is in it may be lost: it is not logged. */
export const rateLimitTable = 'lm_rate_limits'

/** Makes the table where it is missing. Instances that start at once do not disturb each other. */
export async function ensureRateLimitTable(payload: Payload): Promise<void> {
  const { pool } = payload.db as unknown as { pool: Pool }
  await pool.query(`
    begin;
    select pg_advisory_xact_lock(${tableLock});
    create unlogged table if not exists ${rateLimitTable} (
      key varchar(255) primary key, points integer not null default 0, expire bigint
    );
    commit;`)
}
