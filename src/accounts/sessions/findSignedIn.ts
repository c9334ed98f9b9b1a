import type { Payload, PayloadRequest } from 'payload'

import { readSettings } from '../../../collections/Settings/getSettings'
import type { Customer } from '../../../payload-types'
import { extensionsOf } from '../../extensions/extensionsOf'
import type { Queryable } from '../../licensing/types'
import { hashToken } from '../random'
import { customerOfSession } from './customerOfSession'
import { sessionLimits } from './limits'
import { findSession, type SessionRow, touchSession } from './repository'
import { slugOf } from '../../slugs/slugOf'

/** A customer with the session that the request came with. */
export type SignedInCustomer = Customer & {
  authenticatedAt: string
  collection: 'customers'
  /** Whether they have a password that a form can ask for. */
  hasPassword: boolean
  sessionId: string
}

/** How exactly a session's last use is known. Noting every request would make each of them a write. */
const touchEveryMs = 60_000

/**
 * Who holds this session token.
 *
 * @returns null unless the app has a portal and the token belongs to a living session of a customer who is not disabled
 */
export async function findSignedIn(
  payload: Payload,
  token: string | undefined,
  req?: PayloadRequest,
): Promise<null | SignedInCustomer> {
  if (!token || token.length > 200 || !extensionsOf(payload.config).isPortalOn) return null
  const db = (payload.db as unknown as { drizzle: Queryable }).drizzle
  const session = await findSession(db, hashToken(token))
  if (!session) return null
  const customer = await customerOfSession(payload, session, req)
  if (!customer) return null
  await touchWhenDue(payload, db, session)
  return {
    ...customer,
    authenticatedAt: session.authenticatedAt.toISOString(),
    collection: slugOf('customers'),
    hasPassword: session.hasPassword,
    sessionId: session.id,
  }
}

async function touchWhenDue(payload: Payload, db: Queryable, session: SessionRow): Promise<void> {
  if (Date.now() - session.lastSeenAt.getTime() < touchEveryMs) return
  const settings = await readSettings(payload)
  await touchSession(db, session.id, sessionLimits(settings, session.isRemembered))
}
