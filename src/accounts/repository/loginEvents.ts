import { sql } from '@payloadcms/db-postgres/drizzle'

import type { SignInMethod, SignInOutcome } from '../../../collections/LoginEvents/values'
import type { Queryable } from '../../licensing/types'
import type { Client } from '../client'

export type LoginEvent = {
  customer: null | string
  email: null | string
  method: SignInMethod
  outcome: SignInOutcome
}

/** Notes an attempt to sign in. */
export async function insertLoginEvent(
  db: Queryable,
  { customer, email, method, outcome }: LoginEvent,
  { ip, userAgent }: Client,
): Promise<void> {
  await db.execute(sql`
    insert into login_events (customer_id, email, method, outcome, ip, user_agent, created_at, updated_at)
    values (${customer}, ${email}, ${method}, ${outcome}, ${ip}, ${userAgent}, now(), now())`)
}
