import type { PayloadRequest } from 'payload'

import { type ActivationRow, activationColumns, toActivationRows } from './activationRow'
import { isUuid } from '../../text/isUuid'
import { slugOf } from '../../slugs/slugOf'

/** One activation of the customer's own licences, or null: of another's it cannot be told whether it is there. */
export async function findActivation(
  req: PayloadRequest,
  id: unknown,
): Promise<ActivationRow | null> {
  if (!isUuid(id)) return null
  const { docs } = await req.payload.find({
    collection: slugOf('activations'),
    depth: 0,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    select: activationColumns,
    where: { id: { equals: id } },
  })
  const [row] = await toActivationRows(req, docs)
  return row ?? null
}
