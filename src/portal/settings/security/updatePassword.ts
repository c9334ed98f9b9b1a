'use server'

import { changePassword } from '../../../accounts/account/changePassword'
import type { ProofError } from '../../../accounts/account/proveIdentity'
import type { PasswordError } from '../../../accounts/passwords/policy'
import { formOf } from '../../actions/formOf'
import { refuseForeignOrigin } from '../../actions/refuse'
import { textOf } from '../../actions/textOf'
import { getI18n } from '../../i18n/getI18n'
import { requireCustomer } from '../../session/customer'
import { settingsPath } from '../tabs'

export type PasswordState = {
  /** How often it was changed: the fields are emptied then. */
  changes: number
  done?: string
  error: 'failed' | null | PasswordError | ProofError
}

/** Changes the customer's own password. */
export async function updatePassword(
  previous: null | PasswordState,
  sent: unknown,
): Promise<PasswordState> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  // It went through the browser, so it may be anything.
  const changes = typeof previous?.changes === 'number' ? previous.changes : 0
  const { customer, req } = await requireCustomer(settingsPath('security'))
  const { count, messages } = await getI18n()
  try {
    const current = textOf(form.get('current'))
    const result = await changePassword(req, customer, { current, next: textOf(form.get('next')) })
    if ('error' in result) return { changes, error: result.error }
    const { done, ended } = messages.settings.password
    const text = result.endedSessions > 0 ? count(ended, result.endedSessions) : done
    return { changes: changes + 1, done: text, error: null }
  } catch (err) {
    req.payload.logger.error({ err, msg: 'A customer could not change their password' })
    return { changes, error: 'failed' }
  }
}
