import { sql } from '@payloadcms/db-postgres/drizzle'

import type { SignInMethod } from '../../../collections/LoginEvents/values'
import { executeKept } from '../../database/keptStatements'
import type { Queryable } from '../../licensing/types'

/** A session's row, without its token. */
export type SessionRow = {
  authenticatedAt: Date
  createdAt: Date
  customer: string
  expiresAt: Date
  id: string
  ip: null | string
  isRemembered: boolean
  lastSeenAt: Date
  method: SignInMethod
  userAgent: null | string
}

export type NewSession = {
  customer: string
  deviceHash: null | string
  expiresAt: Date
  ip: null | string
  isRemembered: boolean
  method: SignInMethod
  tokenHash: string
  userAgent: null | string
}

const columns = sql`s.id, s.customer_id, s.method, s.is_remembered, s.ip, s.user_agent, s.authenticated_at, s.last_seen_at,
  s.expires_at, s.created_at`

/** Writes a session; its id. */
export async function insertSession(db: Queryable, session: NewSession): Promise<string> {
  const { rows } = await db.execute(sql`
    insert into customer_sessions (customer_id, token_hash, method, is_remembered, ip, user_agent, device_hash,
      authenticated_at, last_seen_at, expires_at, created_at, updated_at)
    values (${session.customer}, ${session.tokenHash}, ${session.method}, ${session.isRemembered}, ${session.ip},
      ${session.userAgent}, ${session.deviceHash}, now(), now(), ${session.expiresAt.toISOString()}, now(), now())
    returning id`)
  return rows[0]?.id as string
}

/** A session with what is known of its customer. */
export type FoundSession = SessionRow & {
  /** Of which transaction the customer's row is and where it lies: each change of it makes another. */
  customerVersion: string
  hasPassword: boolean
}

/** The living session of a token, unless its customer is disabled. */
export async function findSession(db: Queryable, tokenHash: string): Promise<FoundSession | null> {
  const { rows } = await executeKept(
    db,
    sql`select ${columns}, c.hash <> '' as has_password,
        c.xmin::text || ' ' || c.ctid::text as customer_version
      from customer_sessions s join customers c on c.id = s.customer_id
      where s.token_hash = ${tokenHash} and s.expires_at > now() and c.disabled_at is null`,
  )
  const [row] = rows
  if (!row) return null
  return {
    ...toSession(row),
    customerVersion: row.customer_version as string,
    hasPassword: row.has_password === true,
  }
}

/** Notes that a session was used and moves its end. Never waits: whoever holds the row is noting the same. */
export async function touchSession(
  db: Queryable,
  id: string,
  { idleSeconds, maxSeconds }: { idleSeconds: number; maxSeconds: number },
): Promise<void> {
  await db.execute(sql`
    update customer_sessions set last_seen_at = now(), expires_at = least(
      now() + make_interval(secs => ${idleSeconds}), created_at + make_interval(secs => ${maxSeconds}))
    where id = (select id from customer_sessions where id = ${id} for update skip locked)`)
}

/** The living sessions of a customer, the one used last first. */
export async function findSessions(db: Queryable, customer: string): Promise<SessionRow[]> {
  const { rows } = await db.execute(sql`
    select ${columns} from customer_sessions s where s.customer_id = ${customer} and s.expires_at > now()
    order by s.last_seen_at desc limit 100`)
  return rows.map(toSession)
}

/** Ends the session of a token, if there is one: a browser that logs in anew leaves none behind. */
export async function deleteSessionOfToken(db: Queryable, tokenHash: string): Promise<void> {
  await db.execute(sql`delete from customer_sessions where token_hash = ${tokenHash}`)
}

/** Ends one session of a customer; whether there was one. */
export async function deleteSession(db: Queryable, customer: string, id: string): Promise<boolean> {
  const { rows } = await db.execute(sql`
    delete from customer_sessions where id::text = ${id} and customer_id = ${customer} returning id`)
  return rows.length > 0
}

/** Ends all sessions of a customer but one; how many those were. */
export async function deleteSessions(
  db: Queryable,
  customer: string,
  except: null | string = null,
): Promise<number> {
  const { rows } = await db.execute(sql`
    delete from customer_sessions where customer_id = ${customer} and id::text is distinct from ${except}
    returning id`)
  return rows.length
}

/** Notes that the customer proved again who they are. */
export async function renewAuthentication(db: Queryable, id: string): Promise<void> {
  await db.execute(sql`update customer_sessions set authenticated_at = now() where id = ${id}`)
}

function toSession(row: Record<string, unknown>): SessionRow {
  const date = (value: unknown) => new Date(value as string)
  return {
    authenticatedAt: date(row.authenticated_at),
    createdAt: date(row.created_at),
    customer: row.customer_id as string,
    expiresAt: date(row.expires_at),
    id: row.id as string,
    ip: row.ip as null | string,
    isRemembered: row.is_remembered === true,
    lastSeenAt: date(row.last_seen_at),
    method: row.method as SignInMethod,
    userAgent: row.user_agent as null | string,
  }
}
