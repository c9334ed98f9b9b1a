import { sql } from '@payloadcms/db-postgres/drizzle'
import type { CollectionConfig, Payload } from 'payload'

const nobody = (): boolean => false

/** States that came back, as SHA-256: a row is written before anything is done with one, so each works once. */
export const statesCollection: CollectionConfig = {
  slug: 'social-login-states',
  access: {
    create: nobody,
    delete: nobody,
    read: nobody,
    readVersions: nobody,
    unlock: nobody,
    update: nobody,
  },
  admin: { hidden: true },
  disableDuplicate: true,
  graphQL: false,
  fields: [
    { name: 'stateHash', type: 'text', index: true, required: true, unique: true },
    { name: 'expiresAt', type: 'date', index: true, required: true },
  ],
}

type Queryable = { execute: (query: unknown) => PromiseLike<{ rows: unknown[] }> }

/** Twice what one sign-in adds, so that rows do not pile up. */
const forgottenAtOnce = 2

/**
 * Uses a state up, outside any transaction: what follows may fail, the state came back.
 *
 * @returns false when it was used up before
 */
export async function burnState(
  payload: Payload,
  { expires, hash }: { expires: number; hash: string },
): Promise<boolean> {
  const { drizzle } = payload.db as unknown as { drizzle: Queryable }
  const { rows } = await drizzle.execute(sql`
    insert into social_login_states (state_hash, expires_at, created_at, updated_at)
    values (${hash}, ${new Date(expires).toISOString()}, now(), now())
    on conflict (state_hash) do nothing returning id`)
  if (rows.length > 0) await forget(drizzle)
  return rows.length > 0
}

/** Removes rows whose states have long ended, an hour more than the clocks of two machines may differ. */
async function forget(drizzle: Queryable): Promise<void> {
  await drizzle.execute(sql`
    delete from social_login_states where id in (
      select id from social_login_states where expires_at < now() - interval '1 hour'
      order by expires_at limit ${forgottenAtOnce} for update skip locked)`)
}
