'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'

import { formOf } from '../actions/formOf'
import { refuseForeignOrigin } from '../actions/refuse'
import { requireCustomer } from '../session/customer'
import { paths } from '../shell/paths'
import type { RemovalState } from './avatarState'
import { replaceAvatar } from './replaceAvatar'

/**
 * Takes the customer's avatar away.
 *
 * @param sent a form: `then` is `settings` where there is no dialog to go back from
 */
export async function removeAvatar(_previous: RemovalState, sent: unknown): Promise<RemovalState> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  const { customer, req } = await requireCustomer(paths.settings)
  try {
    await replaceAvatar(req, customer.id, null)
  } catch (err) {
    req.payload.logger.error({ err, msg: 'A customer could not remove their avatar' })
    return { result: 'failed' }
  }
  if (form.get('then') === 'settings') redirect(paths.settings)
  refresh()
  return { result: 'removed' }
}
