import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../licensing/types'
import { delayAfter, freeAttempts } from './lockout'

/** Delays by failures, for SQL: from the first that has one to the first that has the longest. */
const delays = Array.from({ length: 12 }, (_, index) => delayAfter(freeAttempts + index))

/**
 * Counts an attempt before it is made, as failed: one statement, so that attempts at the same time are counted one by one. Success
 * forgives them ({@link forgiveAttempts}).
 *
 * @returns false when the attempt is refused; it is not counted then
 */
export async function countAttempt(db: Queryable, key: string): Promise<boolean> {
  const list = sql.join(
    delays.map((seconds) => sql`${seconds}::int`),
    sql`, `,
  )
  const { rows } = await db.execute(sql`
    insert into login_lockouts as l (key, failures, created_at, updated_at) values (${key}, 1, now(), now())
    on conflict (key) do update set
      failures = l.failures + 1,
      locked_until = case when l.failures + 1 >= ${freeAttempts} then now() + make_interval(
        secs => (array[${list}])[least(l.failures + 1 - ${freeAttempts} + 1, ${delays.length})]) end,
      updated_at = now()
    where l.locked_until is null or l.locked_until <= now()
    returning failures`)
  return rows.length > 0
}

/** Forgets the failed attempts after a successful one. */
export async function forgiveAttempts(db: Queryable, key: string): Promise<void> {
  await db.execute(sql`delete from login_lockouts where key = ${key}`)
}
