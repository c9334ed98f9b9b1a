import { APIError, type PayloadHandler } from 'payload'

import { canDeactivateActivations } from '../../../access/canDeactivateActivations'
import { deactivateOwnActivation } from '../activations/deactivateOwnActivation'
import { asCustomer } from './portalRequest'

/**
 * `POST /api/portal/activations/{id}/deactivate`: ends an activation of the signed-in customer. 403 where the settings do not
 * allow it, 404 for an activation that is not the customer's, whether it exists or not.
 */
export const deactivateActivation: PayloadHandler = async (incoming) => {
  const { customer, req } = await asCustomer(incoming)
  if (!(await canDeactivateActivations(req))) {
    throw new APIError('Deactivating is switched off.', 403, null, true)
  }
  const outcome = await deactivateOwnActivation(req, customer, String(req.routeParams?.id))
  if (outcome === 'not_allowed')
    throw new APIError('Deactivating is switched off.', 403, null, true)
  if (outcome === 'not_found') throw new APIError('Not found.', 404, null, true)
  return Response.json({ deactivated: outcome === 'deactivated', message: 'Deactivated.' })
}
