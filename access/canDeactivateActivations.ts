import type { PayloadRequest } from 'payload'

import { getSettings } from '../collections/Settings/getSettings'
import { currentCustomer } from './currentCustomer'

/**
 * Whether the customer of this request may deactivate activations of their own: the settings show the
 * activations page and allow it. Which activations are theirs is decided where the row is locked.
 */
export async function canDeactivateActivations(req: PayloadRequest): Promise<boolean> {
  if (!currentCustomer(req)) return false
  const settings = await getSettings(req)
  return settings.enableActivationsPage !== false && settings.allowCustomerDeactivation !== false
}
