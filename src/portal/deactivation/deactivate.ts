'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'

import { canDeactivateActivations } from '../../../access/canDeactivateActivations'
import type { CustomerDeactivation } from '../../licensing/deactivateForCustomer'
import { formOf } from '../actions/formOf'
import { refuseAction, refuseForeignOrigin } from '../actions/refuse'
import { deactivateOwnActivation } from '../activations/deactivateOwnActivation'
import { requireCustomer } from '../session/customer'
import { paths } from '../shell/paths'
import type { DeactivationState } from './deactivationState'

/**
 * Ends an activation of one of the customer's own licences. Whose it is, is decided in the transaction that ends it.
 *
 * @param sent a form: `id` of the activation; `then` is `list` where the list says what happened, because there is no dialog to
 */
export async function deactivate(
  _previous: DeactivationState,
  sent: unknown,
): Promise<DeactivationState> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  const { customer, req } = await requireCustomer(paths.activations)
  const given = form.get('id')
  const id = typeof given === 'string' ? given : ''
  let outcome: CustomerDeactivation
  try {
    outcome = (await canDeactivateActivations(req))
      ? await deactivateOwnActivation(req, customer, id)
      : 'not_allowed'
  } catch (err) {
    req.payload.logger.error({ err, msg: 'A customer could not deactivate an activation' })
    return { status: 'failed' }
  }
  if (outcome === 'not_allowed') return refuseAction({ status: 'failed' })
  if (outcome === 'not_found') return { status: 'notFound' }
  if (form.get('then') !== 'list') {
    refresh()
    return { status: outcome === 'deactivated' ? 'done' : 'doneAlready' }
  }
  redirect(`${paths.activations}?deactivated=${id}`)
}
