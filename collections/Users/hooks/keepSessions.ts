import { sql } from '@payloadcms/db-postgres/drizzle'
import {
  AuthenticationError,
  type CollectionAfterLoginHook,
  type CollectionAfterLogoutHook,
} from 'payload'

import type { Queryable } from '../../../src/licensing/types'
import { transactionOf } from '../../transaction'
import { slugOf } from '../../../src/slugs/slugOf'

type LoggedIn = { hash?: null | string; id: string; sessions?: { id: string }[] }

/**
 * Payload reads an administrator, computes a hash for a tenth of a second and writes all of it back: of logins at the same moment one
 * would stay, a session that was ended meanwhile would come back, and a password that was changed would be the old one again. The login
 * holds the row by now, so what other connections see is what holds; the new session is added to that. The first administrator is made and
 * logged in by one transaction, of which they see nothing yet.
 *
 * @throws AuthenticationError where the password is another one by now
 */
export const keepSessions: CollectionAfterLoginHook = async ({ req, user }) => {
  const { hash, id, sessions } = user as LoggedIn
  const added = sessions?.at(-1)
  if (!added) return
  const { drizzle } = req.payload.db as unknown as { drizzle: Queryable }
  const { rows: present } = await drizzle.execute(sql`select hash from users where id = ${id}`)
  const own = await transactionOf(req)
  if (present.length === 0 && (await isPresent(own, id))) return
  if (present[0]?.hash !== hash) throw new AuthenticationError(req.t)
  const { rows: others } = await drizzle.execute(sql`
    select id, created_at, expires_at from users_sessions where _parent_id = ${id} and expires_at > now()`)
  await setSessions(own, { added: added.id, others, user: id })
}

/** A logout holds the row from before Payload reads the sessions that it writes back. */
export const holdRowAtLogout: CollectionAfterLogoutHook = async ({ req }) => {
  if (req.user?.collection !== slugOf('users') || !req.transactionID) return
  const db = await transactionOf(req)
  await db.execute(sql`select id from users where id = ${String(req.user.id)}::uuid for update`)
}

async function isPresent(db: Queryable, id: string): Promise<boolean> {
  const { rows } = await db.execute(sql`select 1 from users where id = ${id}`)
  return rows.length > 0
}

async function setSessions(
  db: Queryable,
  { added, others, user }: { added: string; others: object[]; user: string },
): Promise<void> {
  const known = JSON.stringify(others)
  await db.execute(sql`
    delete from users_sessions where _parent_id = ${user} and id <> ${added}
      and id not in (select id from json_to_recordset(${known}::json) as k(id text))`)
  await db.execute(sql`
    insert into users_sessions (_order, _parent_id, id, created_at, expires_at)
    select 0, ${user}::uuid, k.id, k.created_at, k.expires_at
    from json_to_recordset(${known}::json) as k(id text, created_at timestamptz, expires_at timestamptz)
    on conflict (id) do nothing`)
}
