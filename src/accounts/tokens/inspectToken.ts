import type { PayloadRequest } from 'payload'

import type { TokenPurpose } from '../../../collections/AccountTokens/purposes'
import { transactionOf } from '../../../collections/transaction'
import { hashToken } from '../random'
import { findToken, type TokenRow } from './repository'

/** What a link is still worth. */
export type TokenState =
  { state: 'expired' | 'unknown' | 'used' } | { row: TokenRow; state: 'good' }

/** Looks at a link's token without using it up, as opening the page or a scanner of mails does. */
export async function inspectToken(
  req: PayloadRequest,
  token: unknown,
  purpose: TokenPurpose,
): Promise<TokenState> {
  if (typeof token !== 'string' || !token || token.length > 200) return { state: 'unknown' }
  const row = await findToken(await transactionOf(req), hashToken(token), purpose)
  if (!row) return { state: 'unknown' }
  if (row.usedAt) return { state: 'used' }
  return row.expiresAt <= new Date() ? { state: 'expired' } : { row, state: 'good' }
}
