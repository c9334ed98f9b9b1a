'use server'

import { refresh } from 'next/cache'

import { cancelEmailChange } from '../../../accounts/emailChange/cancelEmailChange'
import { requestEmailChange } from '../../../accounts/emailChange/requestEmailChange'
import { requestConfirmation } from '../../../accounts/registration/requestConfirmation'
import { formOf } from '../../actions/formOf'
import { refuseForeignOrigin } from '../../actions/refuse'
import { textOf } from '../../actions/textOf'
import { requireCustomer } from '../../session/customer'
import { settingsPath } from '../tabs'

type EmailError = Extract<
  Awaited<ReturnType<typeof requestEmailChange>>,
  { error: string }
>['error']

export type EmailState = { email: string; error: 'failed' | EmailError | null; sentTo?: string }

/** Asks for another address. */
export async function changeEmail(_previous: EmailState, sent: unknown): Promise<EmailState> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  const { customer, req } = await requireCustomer(settingsPath('email'))
  const email = textOf(form.get('email')).trim()
  try {
    const password = textOf(form.get('password'))
    const result = await requestEmailChange(req, customer, { email, password })
    if ('error' in result) return { email, error: result.error }
    refresh()
    return { email: '', error: null, sentTo: result.email }
  } catch (err) {
    req.payload.logger.error({ err, msg: 'A customer could not change their address' })
    return { email, error: 'failed' }
  }
}

/** Gives up the change of address. */
export async function keepEmail(): Promise<void> {
  await refuseForeignOrigin()
  const { customer, req } = await requireCustomer(settingsPath('email'))
  await cancelEmailChange(req, customer.id)
  refresh()
}

export type ConfirmationState = 'failed' | 'idle' | 'sent' | 'tooMany'

/** Mails the confirmation of the present address once more. */
export async function sendOwnConfirmation(): Promise<ConfirmationState> {
  await refuseForeignOrigin()
  const { customer, req } = await requireCustomer(settingsPath('email'))
  try {
    const { outcome } = await requestConfirmation(req, customer.email)
    return outcome === 'emailInvalid' ? 'failed' : outcome
  } catch (err) {
    req.payload.logger.error({ err, msg: 'A confirmation could not be asked for' })
    return 'failed'
  }
}
