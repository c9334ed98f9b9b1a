import type { PayloadRequest } from 'payload'

import { transactionOf } from '../../../collections/transaction'
import { linkIdentity, type Profile } from '../../../plugins/social-login'
import { decryptSecret } from '../../secrets/encrypt'
import { clientOf } from '../client'
import { inTransaction } from '../inTransaction'
import { lockoutKey } from '../limits/lockout'
import { countAttempt, forgiveAttempts } from '../limits/lockoutRepository'
import { hashToken } from '../random'
import { type AuthRow, findAuthById, lockAuth } from '../repository/customers'
import { insertLoginEvent } from '../repository/loginEvents'
import type { OpenedSession } from '../sessions/openSession'
import { inspectToken } from '../tokens/inspectToken'
import { spendToken } from '../tokens/repository'
import { hashRecoveryCode, stepOfCode } from '../totp/codes'
import { findTotpSecret, spendRecoveryCode, spendStep } from '../totp/repository'
import { totpPurpose } from '../totp/setUpTotp'
import { completeLogin } from './completeLogin'

type SecondFactor = { code: unknown; deviceToken: null | string; token: unknown }

export type SecondFactorResult =
  { outcome: 'gone' | 'locked' | 'wrong' } | { outcome: 'signedIn'; session: OpenedSession }

/**
 * The second step of a login: a code of the authenticator app, or a recovery code. Guesses are counted for the account, wherever they
 * come from: whoever makes them knows the password already. `gone`: the first step is too long ago or not worth anything any more.
 */
export async function completeSecondFactor(
  req: PayloadRequest,
  { code, deviceToken, token }: SecondFactor,
): Promise<SecondFactorResult> {
  const found = await inspectToken(req, token, 'secondFactor')
  if (found.state !== 'good' || !found.row.customer) return { outcome: 'gone' }
  const db = await transactionOf(req)
  const account = await findAuthById(db, found.row.customer)
  const { identity, isRemembered, passwordMark } = found.row.data
  const method = found.row.data.method === 'social' ? 'social' : 'password'
  if (!account || hashToken(account.password.hash ?? '') !== passwordMark)
    return { outcome: 'gone' }

  const key = lockoutKey('secondFactor', account.id, null)
  if (!(await countAttempt(db, key))) return { outcome: 'locked' }
  const session = await inTransaction(req, async (transaction) => {
    // Held first, as by whoever ends logins under way or takes the app away: neither waits for the other for ever.
    await lockAuth(transaction, account.id)
    if (!(await isRightCode(req, account, code))) return 'wrong' as const
    if (!(await spendToken(transaction, hashToken(token as string), 'secondFactor'))) return null
    // An account at another provider that the first step was taken with, and that is to open this one from now on.
    if (identity) await linkIdentity(req, account.id, identity as Profile)
    return completeLogin(req, {
      customer: account.id,
      deviceToken,
      expectedHash: account.password.hash,
      isRemembered: isRemembered === true,
      method,
    })
  })
  if (session === 'wrong') {
    const event = { customer: account.id, email: account.email, method } as const
    await insertLoginEvent(db, { ...event, outcome: 'secondFactorFailed' }, clientOf(req))
    return { outcome: 'wrong' }
  }
  if (!session) return { outcome: 'gone' }
  await forgiveAttempts(db, key)
  return { outcome: 'signedIn', session }
}

/** Whether a code is right, and was not used before. It is used up by that, in the transaction that opens the session. */
async function isRightCode(req: PayloadRequest, { id }: AuthRow, code: unknown): Promise<boolean> {
  if (typeof code !== 'string' || code.length > 100) return false
  const db = await transactionOf(req)
  const digits = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return spendRecoveryCode(db, id, hashRecoveryCode(code))
  const encrypted = await findTotpSecret(db, id)
  const secret = encrypted && decryptSecret(encrypted, req.payload.secret, totpPurpose(id))
  const step = secret ? stepOfCode(secret, digits, Date.now()) : null
  return step !== null && spendStep(db, id, step)
}
