import { randomUUID } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import type { CustomerLanguage } from '../../../collections/Customers/fields/language'
import { getSettings } from '../../../collections/Settings/getSettings'
import { type CaptchaResponse, verifyCaptcha } from '../../../plugins/captcha'
import { queueMail } from '../../emails/queueMail'
import type { Queryable } from '../../licensing/types'
import { clientOf } from '../client'
import { parseEmail } from '../emails'
import { tellCreated } from '../hostHooks'
import { inTransaction } from '../inTransaction'
import { countRequest } from '../limits/rateLimits'
import { completeLogin } from '../login/completeLogin'
import { type NameError, validateName } from '../names'
import { checkNewPassword } from '../passwords/checkNewPassword'
import { hashPassword } from '../passwords/hash'
import type { PasswordError } from '../passwords/policy'
import { findAuthByEmail, insertCustomer, lockAuth } from '../repository/customers'
import { wasAddressMailedLately } from '../repository/mails'
import type { OpenedSession } from '../sessions/openSession'

export type RegistrationRequest = {
  captcha: CaptchaResponse
  deviceToken: string
  email: unknown
  /** In which the form was read; mails are in it. */
  language?: CustomerLanguage | null
  name: unknown
  password: unknown
}

export type RegistrationErrors = {
  email?: 'emailInvalid'
  name?: NameError
  password?: PasswordError
}

export type RegistrationResult =
  | { errors: RegistrationErrors; outcome: 'invalid' }
  | { outcome: 'captchaFailed' | 'captchaUnavailable' | 'checkMail' | 'off' }
  | { outcome: 'signedIn'; session: OpenedSession }
  | { outcome: 'tooMany'; retryAfter: number }

/**
 * Registers a customer. Where addresses have to be confirmed, the answer is the same whether the address has an account or not: what
 * is done for it happens in a job, and the mail tells. A Client ID is given, never taken from the form.
 */
export async function register(
  req: PayloadRequest,
  request: RegistrationRequest,
): Promise<RegistrationResult> {
  const settings = await getSettings(req)
  if (settings.allowRegistration === false) return { outcome: 'off' }
  const { ip } = clientOf(req)
  const retryAfter = await countRequest(req, 'register', ip)
  if (retryAfter !== null) return { outcome: 'tooMany', retryAfter }

  const captcha = await verifyCaptcha(req, { form: 'register', ip, response: request.captcha })
  if (captcha === 'unavailable') return { outcome: 'captchaUnavailable' }
  if (captcha !== 'passed') return { outcome: 'captchaFailed' }

  const valid = await validate(req, request)
  if ('errors' in valid) return { errors: valid.errors, outcome: 'invalid' }
  const { email, name, password } = valid
  const input = { email, language: request.language, name, ...(await hashPassword(password)) }
  if (settings.requireEmailVerification !== false) {
    await req.payload.jobs.queue({ input, queue: 'accounts', req, task: 'register' })
    return { outcome: 'checkMail' }
  }
  const session = await createAndSignIn(req, input, request.deviceToken)
  return session ? { outcome: 'signedIn', session } : { outcome: 'checkMail' }
}

/** The account as it was registered. */
export type Registration = {
  email: string
  hash: string
  language?: CustomerLanguage | null
  name: string
  salt: string
}

/**
 * Creates the account and mails its confirmation. Whoever has the address already is told that somebody tried.
 *
 * @returns the customer's id, null where the address has an account
 */
export function createAccount(req: PayloadRequest, account: Registration): Promise<null | string> {
  return inTransaction(req, async (db) => {
    const customer = await insertCustomer(db, { ...account, clientId: randomUUID() })
    if (customer) await tellCreated(req, customer)
    if (!customer && (await wasToldLately(db, account.email))) return null
    await queueMail(req, {
      customer,
      data: {},
      template: customer ? 'confirmEmail' : 'alreadyRegistered',
      to: account.email,
    })
    return customer
  })
}

/** Whoever registers with the same address again and again does not fill its inbox. Those who do at once wait for each other. */
async function wasToldLately(db: Queryable, email: string): Promise<boolean> {
  const owner = await findAuthByEmail(db, email)
  if (owner) await lockAuth(db, owner.id)
  return wasAddressMailedLately(db, email, 'alreadyRegistered')
}

/** An account whose address nobody confirmed matches no licence by it. */
function createAndSignIn(
  req: PayloadRequest,
  account: Registration,
  deviceToken: string,
): Promise<null | OpenedSession> {
  return inTransaction(req, async () => {
    const customer = await createAccount(req, account)
    if (!customer) return null
    const login = { customer, deviceToken, isRemembered: false, method: 'registration' } as const
    return completeLogin(req, login)
  })
}

async function validate(
  req: PayloadRequest,
  request: RegistrationRequest,
): Promise<{ email: string; name: string; password: string } | { errors: RegistrationErrors }> {
  const email = parseEmail(request.email)
  const named = validateName(request.name)
  const known = { email: email ?? '', name: 'name' in named ? named.name : '' }
  const wrongPassword = await checkNewPassword(req, request.password, known)
  if (email && 'name' in named && !wrongPassword) {
    return { email, name: named.name, password: request.password as string }
  }
  return {
    errors: {
      ...(email ? {} : { email: 'emailInvalid' as const }),
      ...('error' in named ? { name: named.error } : {}),
      ...(wrongPassword ? { password: wrongPassword } : {}),
    },
  }
}
