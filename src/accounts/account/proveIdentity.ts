import type { PayloadRequest } from 'payload'

import { transactionOf } from '../../../collections/transaction'
import { clientOf } from '../client'
import { lockoutKey } from '../limits/lockout'
import { countAttempt, forgiveAttempts } from '../limits/lockoutRepository'
import { verifyPassword } from '../passwords/hash'
import { type AuthRow, findAuthById } from '../repository/customers'
import type { SignedInCustomer } from '../sessions/findSignedIn'

/** Why somebody who is signed in has not shown that they are the customer. */
export type ProofError = 'passwordLocked' | 'passwordWrong' | 'signInAgain'

/** How long a login counts as fresh, for accounts that have no password. */
const freshMs = 15 * 60_000

/**
 * Asks a signed-in customer to prove who they are before something that would give the account away: by the current password, or, where
 * the account has none, by a login of the last 15 minutes.
 */
export async function proveIdentity(
  req: PayloadRequest,
  customer: SignedInCustomer,
  password: unknown,
): Promise<{ account: AuthRow } | { error: ProofError }> {
  const db = await transactionOf(req)
  const account = await findAuthById(db, customer.id)
  if (!account) return { error: 'signInAgain' }
  if (!account.password.hash) {
    const isFresh = Date.now() - Date.parse(customer.authenticatedAt) < freshMs
    return isFresh ? { account } : { error: 'signInAgain' }
  }
  const key = lockoutKey('proof', customer.id, clientOf(req).ip)
  if (!(await countAttempt(db, key))) return { error: 'passwordLocked' }
  const isRight =
    typeof password === 'string' &&
    (await verifyPassword(password.slice(0, 1024), account.password))
  if (!isRight) return { error: 'passwordWrong' }
  await forgiveAttempts(db, key)
  return { account }
}
