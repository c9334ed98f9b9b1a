import type { TokenPurpose } from '../../../collections/AccountTokens/purposes'
import type { Queryable } from '../../licensing/types'
import { hashToken } from '../random'
import { type AuthRow, lockAuth } from '../repository/customers'
import { findToken, spendToken, type TokenRow } from './repository'

/**
 * Uses the token of a mailed link up, and holds the account that it is for until the end of the transaction. The account comes first:
 * whoever voids links holds it while doing so, and in another order the two would wait for each other for ever.
 *
 * @returns null where the token is not good, or not any more
 */
export async function redeemToken(
  db: Queryable,
  token: unknown,
  purpose: TokenPurpose,
): Promise<null | { account: AuthRow; token: TokenRow }> {
  if (typeof token !== 'string') return null
  const hash = hashToken(token)
  const found = await findToken(db, hash, purpose)
  const account = found?.customer ? await lockAuth(db, found.customer) : null
  if (!account) return null
  const spent = await spendToken(db, hash, purpose)
  return spent && { account, token: spent }
}
