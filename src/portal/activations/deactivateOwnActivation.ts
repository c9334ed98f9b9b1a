import type { PayloadRequest } from 'payload'

import { tellDeactivated } from '../../extensions/tellDeactivated'
import type { Customer } from '../../../payload-types'
import {
  type CustomerDeactivation,
  deactivateForCustomer,
} from '../../licensing/deactivateForCustomer'
import { findOwner } from '../queries/findOwner'
import { isDeactivationAllowed } from '../queries/isDeactivationAllowed'
import { isUuid } from '../../text/isUuid'
import { onBehalf } from '../session/onBehalf'

/**
 * Ends an activation of one of the customer's licences. Ownership and the settings' permission are checked in the
 * transaction that ends it.
 */
export async function deactivateOwnActivation(
  req: PayloadRequest,
  customer: Customer,
  activationId: string,
): Promise<CustomerDeactivation> {
  if (!isUuid(activationId)) return 'not_found'
  const outcome = await onBehalf(req, () =>
    deactivateForCustomer({
      activationId,
      allowed: isDeactivationAllowed,
      db: req.payload.db.drizzle,
      owner: (transaction) => findOwner(transaction, customer.id),
    }),
  )
  if (outcome === 'deactivated') await tellDeactivated(req.payload, 'customer', [activationId])
  return outcome
}
