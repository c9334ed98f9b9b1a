import { countInstallations, listActive } from './repository/activations'
import type {
  Activation,
  Environment,
  Installation,
  License,
  LicensingSettings,
  Queryable,
} from './types'

/** The slots of a licence, as they stand in the way of one more active activation. */
export type Slots = {
  /** The active activations that hold a slot, the oldest first. */
  holders: Activation[]
  /** How many of them have to end before there is a slot for another one. */
  surplus: number
}

/** Whether an activation in this environment takes one of its licence's slots. */
export function takesSlot(
  environment: Environment,
  { freeDevelopmentHosts }: Pick<LicensingSettings, 'freeDevelopmentHosts'>,
): boolean {
  return environment === 'production' || !freeDevelopmentHosts
}

/**
 * Counts the slots of a licence. The licence's row must be locked by an earlier statement of the transaction: a count in
 * the same statement, or before it, would not see what the lock's former holder wrote.
 */
export async function readSlots(
  transaction: Queryable,
  license: License,
  settings: LicensingSettings,
): Promise<Slots> {
  if (license.parallelUses === null) return { holders: [], surplus: 0 }
  const holders = await listActive(transaction, license.id, settings.freeDevelopmentHosts)
  return { holders, surplus: Math.max(0, holders.length + 1 - license.parallelUses) }
}

/**
 * Whether the licence has had as many different installations as it may have in its whole life. One that had an activation
 * before is not counted again: whoever deactivates it can undo that by activating.
 *
 * @param names what the installation is told apart by, and was before
 */
export async function isUsedUp(
  transaction: Queryable,
  license: License,
  names: readonly Installation[],
  { freeDevelopmentHosts }: Pick<LicensingSettings, 'freeDevelopmentHosts'>,
): Promise<boolean> {
  if (license.totalUses === null) return false
  const { isKnown, others } = await countInstallations(
    transaction,
    license.id,
    names,
    freeDevelopmentHosts,
  )
  return !isKnown && others >= license.totalUses
}
