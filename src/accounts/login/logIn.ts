import type { PayloadRequest } from 'payload'

import type { SignInOutcome } from '../../../collections/LoginEvents/values'
import { getSettings } from '../../../collections/Settings/getSettings'
import { transactionOf } from '../../../collections/transaction'
import { type CaptchaResponse, verifyCaptcha } from '../../../plugins/captcha'
import { atLeast } from '../atLeast'
import { clientOf } from '../client'
import { parseEmail } from '../emails'
import { lockoutKey } from '../limits/lockout'
import { countAttempt, forgiveAttempts } from '../limits/lockoutRepository'
import { countRequest } from '../limits/rateLimits'
import { verifyPassword } from '../passwords/hash'
import { hashToken } from '../random'
import { type AuthRow, findAuthByEmail } from '../repository/customers'
import { isKnownDevice } from '../repository/devices'
import { insertLoginEvent } from '../repository/loginEvents'
import type { OpenedSession } from '../sessions/openSession'
import { issueToken } from '../tokens/issueToken'
import { completeLogin } from './completeLogin'
import { takeOverPassword } from './takeOverPassword'

export type LoginRequest = {
  captcha: CaptchaResponse
  /** The cookie that this browser keeps, null on the first visit. */
  deviceToken: null | string
  email: unknown
  isRemembered: boolean
  password: unknown
}

export type LoginResult =
  | { outcome: 'captchaFailed' | 'captchaFallback' | 'disabled' | 'refused' | 'unconfirmed' }
  | { outcome: 'secondFactor'; token: string }
  | { outcome: 'signedIn'; session: OpenedSession }
  | { outcome: 'tooMany'; retryAfter: number }

/** Longer than checking a password takes, an imported one included: all refusals take as long. */
const refusalMs = 600
const longestPassword = 1024

/**
 * Signs a customer in with e-mail address and password. Unknown and locked accounts, wrong passwords and unconfirmed addresses are
 * refused alike; what is special about an account is told to whoever knows its password.
 */
export async function logIn(req: PayloadRequest, request: LoginRequest): Promise<LoginResult> {
  const started = performance.now()
  const client = clientOf(req)
  const db = await transactionOf(req)
  const retryAfter = await countRequest(req, 'login', client.ip)
  const email = parseEmail(request.email) ?? ''
  if (retryAfter !== null) {
    // As many again are noted; whoever floods the form does not fill the table.
    if ((await countRequest(req, 'refusedLogin', client.ip)) === null)
      await noteRefusal(req, email, 'lockedOut')
    return { outcome: 'tooMany', retryAfter }
  }

  const captcha = await verifyCaptcha(req, {
    form: 'login',
    ip: client.ip,
    response: request.captcha,
  })
  if (captcha !== 'passed') {
    await noteRefusal(req, email, 'captchaFailed')
    return { outcome: captcha === 'fallback' ? 'captchaFallback' : 'captchaFailed' }
  }

  const { password } = request
  const refuse = async (outcome: SignInOutcome, customer: null | string) => {
    await insertLoginEvent(
      db,
      { customer, email: email || null, method: 'password', outcome },
      client,
    )
    return atLeast(refusalMs, started, { outcome: 'refused' } as const)
  }
  const key = lockoutKey('password', email, client.ip)
  const account = await findAuthByEmail(db, email)
  const mayTry =
    (await isWithinAccountLimit(req, email, request.deviceToken)) && (await countAttempt(db, key))
  if (!mayTry) return refuse('lockedOut', account?.id ?? null)

  const isText = typeof password === 'string' && password.length <= longestPassword
  const proved = isText ? await proveAccount(req, account, password) : null
  if (!account) return refuse('unknownAccount', null)
  if (!isText || !proved) return refuse('wrongPassword', account.id)

  await forgiveAttempts(db, key)
  return continueWithPassword(req, proved, password, request)
}

/** The account, where the password is its own; an imported one becomes ours by that. */
async function proveAccount(
  req: PayloadRequest,
  account: AuthRow | null,
  password: string,
): Promise<AuthRow | null> {
  if (account?.importedHash && !account.password.hash)
    return takeOverPassword(req, account, password)
  return (await verifyPassword(password, account?.password ?? null)) ? account : null
}

/** Notes an attempt whose password was not looked at. */
async function noteRefusal(
  req: PayloadRequest,
  email: string,
  outcome: SignInOutcome,
): Promise<void> {
  const db = await transactionOf(req)
  const customer = email ? ((await findAuthByEmail(db, email))?.id ?? null) : null
  const event = { customer, email: email || null, method: 'password', outcome } as const
  await insertLoginEvent(db, event, clientOf(req))
}

/** What follows the right password. */
async function continueWithPassword(
  req: PayloadRequest,
  account: AuthRow,
  password: string,
  { deviceToken, isRemembered }: LoginRequest,
): Promise<LoginResult> {
  const db = await transactionOf(req)
  const note = (outcome: SignInOutcome) =>
    insertLoginEvent(
      db,
      { customer: account.id, email: account.email, method: 'password', outcome },
      clientOf(req),
    )
  if (account.disabledAt) {
    await note('disabled')
    return { outcome: 'disabled' }
  }
  const { requireEmailVerification } = await getSettings(req)
  if (requireEmailVerification !== false && !account.confirmedAt) {
    await note('unconfirmed')
    return { outcome: 'unconfirmed' }
  }
  if (account.totpEnabledAt) {
    await note('secondFactorNeeded')
    const data = { isRemembered, passwordMark: hashToken(account.password.hash ?? '') }
    return {
      outcome: 'secondFactor',
      token: await issueToken(req.payload, { customer: account.id, data, purpose: 'secondFactor' }),
    }
  }
  const session = await completeLogin(req, {
    customer: account.id,
    deviceToken,
    expectedHash: account.password.hash,
    isRemembered,
    method: 'password',
    password,
  })
  return session ? { outcome: 'signedIn', session } : { outcome: 'refused' }
}

/**
 * Counts the attempt against the account from wherever it comes, so that many addresses do not guess together. The customer's own
 * browsers are not held up by that.
 */
async function isWithinAccountLimit(
  req: PayloadRequest,
  email: string,
  deviceToken: null | string,
): Promise<boolean> {
  if ((await countRequest(req, 'accountLogin', hashToken(email))) === null) return true
  if (!deviceToken) return false
  return isKnownDevice(await transactionOf(req), email, hashToken(deviceToken))
}
