import type { PayloadRequest } from 'payload'

import type { Customer } from '../../../payload-types'
import { renameForCustomer } from '../../licensing/renameForCustomer'
import { findOwner } from '../queries/findOwner'
import { isActivationsPageOn } from '../queries/isActivationsPageOn'
import { onBehalf } from '../session/onBehalf'

/** Names an activation of one of the customer's licences. Ownership is checked in the transaction that writes the name. */
export function nameOwnActivation(
  req: PayloadRequest,
  customer: Customer,
  { id, name }: { id: string; name: null | string },
): Promise<'not_allowed' | 'not_found' | 'renamed'> {
  return onBehalf(req, () =>
    renameForCustomer({
      activationId: id,
      allowed: isActivationsPageOn,
      db: req.payload.db.drizzle,
      name,
      owner: (transaction) => findOwner(transaction, customer.id),
    }),
  )
}
