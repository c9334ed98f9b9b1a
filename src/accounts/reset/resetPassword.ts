import type { PayloadRequest } from 'payload'

import { passwordPurposes } from '../../../collections/AccountTokens/purposes'
import { transactionOf } from '../../../collections/transaction'
import { queueMail } from '../../emails/queueMail'
import type { Queryable } from '../../licensing/types'
import { clientOf } from '../client'
import { inTransaction } from '../inTransaction'
import { countRequest } from '../limits/rateLimits'
import { lockoutKey } from '../limits/lockout'
import { forgiveAttempts } from '../limits/lockoutRepository'
import { checkNewPassword } from '../passwords/checkNewPassword'
import { hashPassword } from '../passwords/hash'
import type { PasswordError } from '../passwords/policy'
import { type AuthRow, findAuthById, writeConfirmed, writePassword } from '../repository/customers'
import { writePendingEmail } from '../emailChange/repository'
import { hashToken } from '../random'
import { noteResetDevice } from '../repository/devices'
import { wipeSignInMeans } from '../repository/signInMeans'
import { deleteSessions } from '../sessions/repository'
import { inspectToken } from '../tokens/inspectToken'
import { redeemToken } from '../tokens/redeemToken'
import { voidTokens } from '../tokens/repository'
import { removeOtherWays, type RemovedWays } from './removeOtherWays'

export type ResetResult =
  | { error: PasswordError; outcome: 'invalid' }
  | { outcome: 'gone' | 'tooMany' }
  | { outcome: 'reset'; removed?: RemovedWays }

export type NewPasswordRequest = {
  /** The cookie by which the browser is known; null where it has none. */
  deviceToken?: null | string
  password: unknown
  /** An invitation brings the first password of an account that was made by others. */
  purpose?: 'invitation' | 'resetPassword'
  token: unknown
}

/**
 * Sets a new password by a mailed link. It ends every session, every login under way and a change of address, and signs nobody in; but
 * the browser that it is set in is held up neither by its own failed attempts nor by those of strangers. Passkeys and connected accounts
 * go, as an intruder may have added them, and the mail says so; a first password by invitation leaves them. The link proves the address;
 * where it was not confirmed before, the authenticator app was put there by somebody unproved and goes as well.
 */
export async function resetPassword(
  req: PayloadRequest,
  { deviceToken = null, password, purpose = 'resetPassword', token }: NewPasswordRequest,
): Promise<ResetResult> {
  const client = clientOf(req)
  if ((await countRequest(req, 'reset', client.ip)) !== null) return { outcome: 'tooMany' }
  const found = await inspectToken(req, token, purpose)
  const owner =
    found.state === 'good' && found.row.customer
      ? await findAuthById(await transactionOf(req), found.row.customer)
      : null
  if (!owner) return { outcome: 'gone' }
  const error = await checkNewPassword(req, password, owner)
  if (error) return { error, outcome: 'invalid' }
  const stored = await hashPassword(password as string)
  return inTransaction(req, async (db) => {
    const used = await redeemToken(db, token, purpose)
    if (!used || used.account.email !== used.token.email || used.account.disabledAt)
      return { outcome: 'gone' }
    const { account } = used
    await writePassword(db, account.id, stored)
    const isFirst = !account.password.hash && purpose === 'invitation'
    await endEverything(db, account)
    const removed =
      isFirst && account.confirmedAt ? null : await removeOtherWays(req, db, account.id)
    if (!account.confirmedAt) await confirm(db, account)
    await forgiveAttempts(db, lockoutKey('password', account.email, client.ip))
    if (deviceToken) await noteResetDevice(db, used.token.id, hashToken(deviceToken))
    // Who chooses their first password need not be told that it is another one.
    if (isFirst) return { outcome: 'reset' }
    await queueMail(req, {
      customer: account.id,
      data: { how: 'reset', ip: client.ip, removed, when: new Date().toISOString() },
      template: 'passwordChanged',
      to: account.email,
    })
    return { outcome: 'reset', removed: removed ?? undefined }
  })
}

async function endEverything(db: Queryable, account: AuthRow): Promise<void> {
  await deleteSessions(db, account.id)
  await voidTokens(db, account.id, [
    ...passwordPurposes,
    'secondFactor',
    'passkeyRegistration',
    'changeEmail',
    'totpSetup',
    'socialProof',
  ])
  // A mail that asks at the new address may still be on its way, and its link is made when it leaves.
  await writePendingEmail(db, account.id, null)
}

async function confirm(db: Queryable, account: AuthRow): Promise<void> {
  await wipeSignInMeans(db, account.id)
  await writeConfirmed(db, account.id)
}
