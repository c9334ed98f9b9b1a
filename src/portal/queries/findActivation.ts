import type { PayloadRequest } from 'payload'

import { type ActivationRow, activationColumns, toActivationRows } from './activationRow'
import { isUuid } from '../../text/isUuid'
import { findOwn } from './findOwn'

/** One activation of the customer's own licences, or null: of another's it cannot be told whether it is there. */
export async function findActivation(
  req: PayloadRequest,
  id: unknown,
): Promise<ActivationRow | null> {
  if (!isUuid(id)) return null
  const { docs } = await findOwn(req, 'activations', {
    limit: 1,
    select: activationColumns,
    where: { id: { equals: id } },
  })
  const [row] = await toActivationRows(req, docs)
  return row ?? null
}
