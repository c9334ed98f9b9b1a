'use server'

import { refresh } from 'next/cache'

import type { ProofError } from '../../accounts/account/proveIdentity'
import { disableTotp, renewRecoveryCodes } from '../../accounts/totp/changeTotp'
import { confirmTotp, startTotp, type TotpSetup } from '../../accounts/totp/setUpTotp'
import { formOf } from '../actions/formOf'
import { refuseForeignOrigin } from '../actions/refuse'
import { textOf } from '../actions/textOf'
import { requireCustomer } from '../session/customer'
import { settingsPath } from '../settings/tabs'

export type TotpState =
  | { error: 'failed' | ProofError; step: 'off' | 'on' }
  | { error: 'codeLocked' | 'codeWrong' | 'failed' | null; setup: TotpSetup; step: 'confirm' }
  | { error: null; recoveryCodes: string[]; step: 'codes' }
  | { error: null; step: 'off' | 'on' }
  | { error: 'expired'; step: 'off' }

/** Does the next step of switching the authenticator app on or off, as the pressed button says. */
export async function changeTotp(previous: TotpState, sent: unknown): Promise<TotpState> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  const { customer, req } = await requireCustomer(settingsPath('security'))
  const password = textOf(form.get('password'))
  try {
    switch (form.get('do')) {
      case 'start': {
        const setup = await startTotp(req, customer, password)
        return 'error' in setup
          ? { error: setup.error, step: 'off' }
          : { error: null, setup, step: 'confirm' }
      }
      case 'confirm': {
        const setup = setupOf(previous)
        if (!setup) return { error: 'expired', step: 'off' }
        const code = textOf(form.get('code'))
        const result = await confirmTotp(req, customer, { code, token: setup.token })
        if ('recoveryCodes' in result) return { ...result, error: null, step: 'codes' }
        if (result.error === 'expired') return { error: 'expired', step: 'off' }
        return { error: result.error, setup, step: 'confirm' }
      }
      case 'renew': {
        const result = await renewRecoveryCodes(req, customer, password)
        if ('error' in result) return { error: result.error, step: 'on' }
        return { ...result, error: null, step: 'codes' }
      }
      default: {
        const result = await disableTotp(req, customer, password)
        if (result !== 'disabled') return { error: result.error, step: 'on' }
        refresh()
        return { error: null, step: 'off' }
      }
    }
  } catch (err) {
    req.payload.logger.error({ err, msg: 'An authenticator app could not be changed' })
    const setup = setupOf(previous)
    if (setup) return { error: 'failed', setup, step: 'confirm' }
    return { error: 'failed', step: customer.totpEnabledAt ? 'on' : 'off' }
  }
}

/** What an earlier step left in the form. It went through the browser, so it may be anything. */
function setupOf(previous: unknown): null | TotpSetup {
  const { setup, step } = (previous ?? {}) as { setup?: null | Partial<TotpSetup>; step?: unknown }
  const texts = [setup?.qrCode, setup?.secret, setup?.token, setup?.uri]
  const isWhole = step === 'confirm' && texts.every((text) => typeof text === 'string')
  return isWhole ? (setup as TotpSetup) : null
}
