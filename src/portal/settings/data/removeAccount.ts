'use server'

import { redirect } from 'next/navigation'

import { deleteAccount } from '../../../accounts/account/deleteAccount'
import type { ProofError } from '../../../accounts/account/proveIdentity'
import { formOf } from '../../actions/formOf'
import { refuseForeignOrigin } from '../../actions/refuse'
import { textOf } from '../../actions/textOf'
import { requireCustomer } from '../../session/customer'
import { clearCookie } from '../../session/setCookies'
import { paths } from '../../shell/paths'
import { settingsPath } from '../tabs'

export type RemovalState = 'failed' | 'idle' | ProofError

/** Deletes the customer's own account. */
export async function removeAccount(_previous: RemovalState, sent: unknown): Promise<RemovalState> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  const { customer, req } = await requireCustomer(settingsPath('data'))
  try {
    const result = await deleteAccount(req, customer, textOf(form.get('password')))
    if (result !== 'deleted') return result.error
  } catch (err) {
    req.payload.logger.error({ err, msg: 'A customer could not delete their account' })
    return 'failed'
  }
  await clearCookie(req.payload, 'session')
  redirect(paths.deleted)
}
