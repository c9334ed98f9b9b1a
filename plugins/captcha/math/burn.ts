import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'

import type { ChallengeClaims } from './token'

type Queryable = { execute: (query: unknown) => PromiseLike<{ rows: unknown[] }> }

/** Twice what one try adds, so that rows do not pile up. */
const forgottenAtOnce = 2

/**
 * Uses a challenge up, outside any transaction: what follows may be rolled back, the try was made.
 *
 * @returns false when it was used up before
 */
export async function burnChallenge(
  payload: Payload,
  { expires, id }: ChallengeClaims,
): Promise<boolean> {
  const { drizzle } = payload.db as unknown as { drizzle: Queryable }
  const { rows } = await drizzle.execute(sql`
    insert into captcha_challenges (challenge_id, expires_at, created_at, updated_at)
    values (${id}, ${new Date(expires).toISOString()}, now(), now())
    on conflict (challenge_id) do nothing returning id`)
  if (rows.length > 0) await forget(drizzle)
  return rows.length > 0
}

/** Removes rows whose challenges have long ended, an hour more than the clocks of two machines may differ. */
async function forget(drizzle: Queryable): Promise<void> {
  await drizzle.execute(sql`
    delete from captcha_challenges where id in (
      select id from captcha_challenges where expires_at < now() - interval '1 hour'
      order by expires_at limit ${forgottenAtOnce} for update skip locked)`)
}
