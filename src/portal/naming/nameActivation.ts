'use server'

import { notFound, redirect } from 'next/navigation'

import { type ActivationNameError, readActivationName } from '../../licensing/activationName'
import { formOf } from '../actions/formOf'
import { refuseForeignOrigin } from '../actions/refuse'
import { textOf } from '../actions/textOf'
import { findActivation } from '../queries/findActivation'
import { requireCustomer } from '../session/customer'
import { licensePath, paths } from '../shell/paths'
import { nameOwnActivation } from './nameOwnActivation'

export type NamingState = { error: 'failed' | ActivationNameError | null; name: string }

/**
 * Gives an activation of one of the customer's own licences a name. Whose it is, is decided in the transaction that writes it.
 *
 * @param sent a form: `id` of the activation, `name`, and `from`: `license` where the licence's page was left for this
 * @throws Next's redirect to where the customer came from, or its 404 for an activation that is not theirs
 */
export async function nameActivation(_previous: NamingState, sent: unknown): Promise<NamingState> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  const { customer, req } = await requireCustomer(paths.activations)
  const [id, given] = [textOf(form.get('id')), textOf(form.get('name'))]
  const read = readActivationName(form.get('name'))
  if ('error' in read) return { error: read.error, name: given }
  let outcome: Awaited<ReturnType<typeof nameOwnActivation>>
  try {
    outcome = await nameOwnActivation(req, customer, { id, name: read.name })
  } catch (err) {
    req.payload.logger.error({ err, msg: 'A customer could not name an activation' })
    return { error: 'failed', name: given }
  }
  const activation = outcome === 'renamed' ? await findActivation(req, id) : null
  if (!activation) notFound()
  const back =
    form.get('from') === 'license' ? licensePath(activation.licenseId) : paths.activations
  redirect(`${back}?named=${activation.id}`)
}
