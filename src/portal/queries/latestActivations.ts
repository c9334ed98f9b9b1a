import type { PayloadRequest, SelectType, Where } from 'payload'

import type { Activation } from '../../../payload-types'
import { findOwn } from './findOwn'

type LatestQuery<Columns extends SelectType> = { limit: number; select: Columns; where?: Where }

/** Activations that the customer may read, those first that were activated last. How many there are is not asked for. */
export async function latestActivations<Columns extends SelectType>(
  req: PayloadRequest,
  query: LatestQuery<Columns>,
): Promise<Pick<Activation, keyof Activation & ('id' | keyof Columns)>[]> {
  const { docs } = await findOwn(req, 'activations', { ...query, sort: ['-activatedAt', 'id'] })
  return docs
}
