import type { Payload } from 'payload'

import { hashToken } from '../../accounts/random'
import { deleteSessionOfToken } from '../../accounts/sessions/repository'
import type { Queryable } from '../../licensing/types'

/**
 * Ends the session that a browser had when it logged in anew (ASVS 5.0, 7.2.4): its cookie is about to be replaced, and whoever has a
 * copy of it is not to go on.
 */
export async function endReplaced(
  payload: Payload,
  token: null | string | undefined,
): Promise<void> {
  if (!token) return
  const { drizzle } = payload.db as unknown as { drizzle: Queryable }
  await deleteSessionOfToken(drizzle, hashToken(token))
}
