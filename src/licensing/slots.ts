import { countEver, listActive } from './repository/activations'
import type { Activation, Environment, License, LicensingSettings, Queryable } from './types'

/** What stands in the way of one more active activation, and which ones hold the slots. */
export type SlotState = {
  /** Over the whole life of the licence nothing is left; ending an activation does not help. */
  isUsedUp: boolean
  /** The active activations that hold a slot, the oldest first. */
  holders: Activation[]
  /** How many of them have to end before there is a slot for another one. */
  surplus: number
}

/** Whether an activation in this environment takes one of its licence's slots. */
export function takesSlot(environment: Environment, settings: LicensingSettings): boolean {
  return environment === 'production' || !settings.freeDevelopmentHosts
}

/**
 * Counts the slots of a licence. The licence's row must be locked by an earlier statement of the transaction: a count in
 * the same statement, or before it, would not see what the lock's former holder wrote.
 */
export async function readSlots(
  transaction: Queryable,
  license: License,
  settings: LicensingSettings,
): Promise<SlotState> {
  const onlyProduction = settings.freeDevelopmentHosts
  const holders = await listActive(transaction, license.id, onlyProduction)
  const limit = license.parallelUses ?? Infinity
  const isUsedUp =
    license.totalUses !== null &&
    (await countEver(transaction, license.id, onlyProduction)) >= license.totalUses
  return { holders, isUsedUp, surplus: Math.max(0, holders.length + 1 - limit) }
}
