import type pg from 'pg'

const longestWaitMs = 3000

/**
 * Holds the lock on a licence's row while calls start, waits until that many of them really wait in the database, then lets
 * go. What they do next happens as close together as it ever can.
 *
 * @param args.before runs on the locking connection before the calls start, unseen by them until the end
 * @param args.meanwhile runs on the locking connection before the lock is given up
 * @returns what came of the calls
 */
export async function raceBehindLock<T>({
  before,
  calls,
  licenseId,
  meanwhile,
  pool,
  waiters = calls.length,
}: {
  before?: (client: pg.PoolClient) => Promise<unknown>
  calls: (() => Promise<T>)[]
  licenseId: string
  meanwhile?: (client: pg.PoolClient) => Promise<unknown>
  pool: pg.Pool
  waiters?: number
}): Promise<PromiseSettledResult<T>[]> {
  return holdingLock(pool, licenseId, async (client) => {
    await before?.(client)
    const outcomes = Promise.allSettled(calls.map((call) => call()))
    await untilWaiting(pool, waiters)
    await meanwhile?.(client)
    await client.query('commit')
    return outcomes
  })
}

/** Runs something while another transaction holds the lock on a licence's row. */
export async function holdingLock<T>(
  pool: pg.Pool,
  licenseId: string,
  run: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('select id from licenses where id = $1 for update', [licenseId])
    return await run(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** Not on the locking connection: within a transaction PostgreSQL shows the same activity again and again. */
async function untilWaiting(pool: pg.Pool, waiters: number): Promise<void> {
  const deadline = Date.now() + longestWaitMs
  for (;;) {
    const { rows } = await pool.query<{ total: number }>(
      `select count(*)::int as total from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    )
    const waiting = rows[0]?.total ?? 0
    if (waiting >= waiters) return
    if (Date.now() > deadline) throw new Error(`only ${waiting} of ${waiters} wait for the lock`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
