import type { PayloadRequest } from 'payload'

import type { SignInMethod } from '../../../collections/LoginEvents/values'
import { queueMail } from '../../emails/queueMail'
import { clientOf } from '../client'
import { mayLogIn, tellLoggedIn } from '../hostHooks'
import { inTransaction } from '../inTransaction'
import { hashPassword, isCurrentHash } from '../passwords/hash'
import { hashToken } from '../random'
import { lockAuth, writeLastLogin, writePassword } from '../repository/customers'
import { rememberDevice } from '../repository/devices'
import { insertLoginEvent } from '../repository/loginEvents'
import { type OpenedSession, openSession } from '../sessions/openSession'

type ProvedLogin = {
  customer: string
  deviceToken: null | string
  /** The hash that the password was checked against; undefined where no password was asked for. */
  expectedHash?: null | string
  /** The account was made by this login: its browser is no news. */
  isNewAccount?: boolean
  isRemembered: boolean
  method: SignInMethod
  /** Given to have a hash of an earlier form renewed. */
  password?: string
}

/**
 * Opens the session of somebody who proved who they are, notes the login and, from a browser not seen before, mails a notice. All
 * of it in one transaction that holds the account: a password changed meanwhile, or an account disabled, opens nothing.
 *
 * @returns null when the account is not what it was when it was checked, or a hook of the host lets nobody in
 */
export async function completeLogin(
  req: PayloadRequest,
  {
    customer,
    deviceToken,
    expectedHash,
    isNewAccount = false,
    isRemembered,
    method,
    password,
  }: ProvedLogin,
): Promise<null | OpenedSession> {
  const renewed =
    password !== undefined && expectedHash && !isCurrentHash(expectedHash)
      ? await hashPassword(password)
      : null
  return inTransaction(req, async (db) => {
    const account = await lockAuth(db, customer)
    if (!account || account.disabledAt) return null
    if (expectedHash !== undefined && account.password.hash !== expectedHash) return null
    if (!(await mayLogIn(req, customer))) return null
    const client = clientOf(req)
    const session = await openSession(req, db, { customer, deviceToken, isRemembered, method })
    if (renewed) await writePassword(db, customer, renewed)
    await writeLastLogin(db, customer)
    const event = { customer, email: account.email, method, outcome: 'success' } as const
    await insertLoginEvent(db, event, client)
    const isNewDevice = deviceToken
      ? await rememberDevice(db, customer, hashToken(deviceToken))
      : true
    if (isNewDevice && !isNewAccount && method !== 'registration') {
      await queueMail(req, {
        customer,
        data: {
          ip: client.ip,
          sessionId: session.id,
          userAgent: client.userAgent,
          when: new Date().toISOString(),
        },
        template: 'newSignIn',
        to: account.email,
      })
    }
    await tellLoggedIn(req, customer)
    return session
  })
}
