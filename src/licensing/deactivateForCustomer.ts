import { endActivation } from './repository/activationWrites'
import { type OwnActivationArgs, withOwnActivation } from './withOwnActivation'

export type CustomerDeactivation = 'deactivated' | 'not_active' | 'not_allowed' | 'not_found'

/** Ends an activation for the customer who owns its licence, as {@link withOwnActivation} lets them. */
export function deactivateForCustomer({
  now = new Date(),
  ...args
}: { now?: Date } & OwnActivationArgs): Promise<CustomerDeactivation> {
  return withOwnActivation(args, async (transaction, { id }) => {
    const wasActive = await endActivation(transaction, id, 'customer', now)
    return wasActive ? 'deactivated' : 'not_active'
  })
}
