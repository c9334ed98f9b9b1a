import { sql } from '@payloadcms/db-postgres/drizzle'
import { TOTP } from 'otpauth'

import { completeSecondFactor } from '../../../../src/accounts/login/completeSecondFactor'
import type { SignedInCustomer } from '../../../../src/accounts/sessions/findSignedIn'
import { confirmTotp, startTotp } from '../../../../src/accounts/totp/setUpTotp'
import { type Accounts, password } from './accounts'

type Protected = {
  customer: SignedInCustomer & { token: string }
  recoveryCodes: string[]
  secret: string
}

/** What an authenticator app shows, so many steps of 30 seconds from now. */
export const codeAt = (secret: string, steps = 0) =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 })

/** What customers with an authenticator app do. */
export type Totp = ReturnType<typeof totpOf>

export function totpOf(accounts: Accounts) {
  /** A customer with an app. Its step counts as used, so that time is set back to let the present one be used. */
  async function withApp(): Promise<Protected> {
    const customer = await accounts.signIn((await accounts.createCustomer()).email)
    const setup = await startTotp(await accounts.request(), customer, password)
    if ('error' in setup) throw new Error(setup.error)
    const request = { code: codeAt(setup.secret), token: setup.token }
    const confirmed = await confirmTotp(await accounts.request(), customer, request)
    if ('error' in confirmed) throw new Error(confirmed.error)
    await forgetSteps(customer.id)
    return { customer, recoveryCodes: confirmed.recoveryCodes, secret: setup.secret }
  }

  const forgetSteps = async (id: string) =>
    (await accounts.db()).execute(sql`update customers set totp_last_step = null where id = ${id}`)

  async function firstStep(email: string): Promise<string> {
    const result = await accounts.logIn({ email })
    if (result.outcome !== 'secondFactor') throw new Error(result.outcome)
    return result.token
  }

  const secondStep = async (token: unknown, code: unknown) =>
    completeSecondFactor(await accounts.request(), { code, deviceToken: 'device', token })

  return { firstStep, secondStep, withApp }
}
