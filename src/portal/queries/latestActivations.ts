import type { PayloadRequest, SelectType, TransformCollectionWithSelect, Where } from 'payload'

import { slugOf } from '../../slugs/slugOf'

type LatestQuery<Columns extends SelectType> = { limit: number; select: Columns; where?: Where }

/** Activations that the customer may read, those first that were activated last. How many there are is not asked for. */
export async function latestActivations<Columns extends SelectType>(
  req: PayloadRequest,
  query: LatestQuery<Columns>,
): Promise<TransformCollectionWithSelect<'activations', Columns>[]> {
  const { docs } = await req.payload.find({
    ...query,
    collection: slugOf('activations'),
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    sort: ['-activatedAt', 'id'],
  })
  return docs
}
