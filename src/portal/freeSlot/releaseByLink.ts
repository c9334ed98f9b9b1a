import type { Payload } from 'payload'

import { tellDeactivated } from '../../extensions/tellDeactivated'
import { runAs } from '../../licensing/actor'
import { releaseSlot, type SlotRelease } from '../../licensing/releaseSlot'
import { slotAllowance } from '../../licensing/repository/slotAllowance'

/**
 * Ends an activation for whoever has a link to its licence, as often as the settings allow.
 *
 * @param args.ip of the caller. Who has the link is some customer: which one, nobody was asked.
 */
export async function releaseByLink(
  payload: Payload,
  { activationId, ip, licenseId }: { activationId: string; ip: null | string; licenseId: string },
): Promise<SlotRelease> {
  const outcome = await runAs({ id: null, ip, kind: 'customer', label: null }, () =>
    releaseSlot({ activationId, allowance: slotAllowance, db: payload.db.drizzle, licenseId }),
  )
  if (outcome === 'released') await tellDeactivated(payload, 'customer', [activationId])
  return outcome
}
