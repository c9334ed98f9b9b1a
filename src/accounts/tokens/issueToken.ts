import type { Payload } from 'payload'

import type { TokenPurpose } from '../../../collections/AccountTokens/purposes'
import type { Queryable } from '../../licensing/types'
import { hashToken, randomToken } from '../random'
import { singleTokens, tokenSeconds } from './lifetimes'
import { voidTokens, insertToken } from './repository'

type TokenRequest = {
  customer: null | string
  data?: Record<string, unknown>
  /** The address that the token is about; it is void once that is not the customer's any more. */
  email?: null | string
  /** Leaves earlier ones good: a mail that is sent again may have arrived the first time. */
  keepsEarlier?: boolean
  purpose: TokenPurpose
}

/**
 * Makes a token for a mailed link or an unfinished login. Its hash is stored, the token itself is nowhere but in the answer.
 *
 * @param db transaction that it belongs to; by default it is committed at once
 */
export async function issueToken(
  payload: Payload,
  { customer, data = {}, email = null, keepsEarlier = false, purpose }: TokenRequest,
  db: Queryable = (payload.db as unknown as { drizzle: Queryable }).drizzle,
): Promise<string> {
  const token = randomToken()
  if (customer && !keepsEarlier && singleTokens.has(purpose))
    await voidTokens(db, customer, [purpose])
  await insertToken(db, {
    customer,
    data,
    email,
    purpose,
    seconds: tokenSeconds[purpose],
    tokenHash: hashToken(token),
  })
  return token
}
