'use server'

import { refresh } from 'next/cache'

import { formOf } from '../../actions/formOf'
import { refuseForeignOrigin } from '../../actions/refuse'
import { requireCustomer } from '../../session/customer'
import { paths } from '../../shell/paths'
import { saveName } from './saveName'
import { type NameError, validateName } from '../../../accounts/names'

export type NameState = {
  name: string
  result: 'failed' | 'idle' | 'saved' | NameError
}

/**
 * Saves the customer's own name. Customers have no update access of their own; what they may change is decided here: nothing else
 * of the form is read, and nobody else's account can be named.
 */
export async function updateName(_previous: NameState, sent: unknown): Promise<NameState> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  const { customer, req } = await requireCustomer(paths.settings)
  const input = form.get('name')
  const validated = validateName(input)
  if ('error' in validated) {
    return { name: typeof input === 'string' ? input : '', result: validated.error }
  }
  const { name } = validated
  try {
    await saveName(req, customer.id, name)
  } catch (err) {
    req.payload.logger.error({ err, msg: 'A customer could not change their name' })
    return { name, result: 'failed' }
  }
  refresh()
  return { name, result: 'saved' }
}
