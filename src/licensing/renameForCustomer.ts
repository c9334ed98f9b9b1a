import { renameActivation } from './repository/activationWrites'
import { type OwnActivationArgs, withOwnActivation } from './withOwnActivation'

export type CustomerRename = 'not_allowed' | 'not_found' | 'renamed'

/**
 * Names an activation for the customer who owns its licence, as {@link withOwnActivation} lets them.
 *
 * @param args.name as {@link readActivationName} gives it; null takes the name away
 */
export function renameForCustomer({
  name,
  now = new Date(),
  ...args
}: { name: null | string; now?: Date } & OwnActivationArgs): Promise<CustomerRename> {
  return withOwnActivation(args, async (transaction, { id }) => {
    await renameActivation(transaction, id, name, now)
    return 'renamed' as const
  })
}
