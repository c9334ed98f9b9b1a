import type { Where } from 'payload'

import type { ApiContext } from '../types'
import { slugOf } from '../../slugs/slugOf'
import { isUuid } from '../../text/isUuid'

/** The condition for rows of one product, resolved to its id first: a filter across the relationship would read every row. */
export async function productFilter(
  context: ApiContext,
  referenceId: string | undefined,
): Promise<Where[]> {
  const name = referenceId?.trim()
  if (!name) return []
  const { docs } = await context.get('services').payload.find({
    collection: slugOf('products'),
    depth: 0,
    joins: false,
    limit: 1,
    // The internal key was checked; it acts as an administrator.
    overrideAccess: true,
    pagination: false,
    select: {},
    where: {
      or: [{ referenceId: { equals: name } }, ...(isUuid(name) ? [{ id: { equals: name } }] : [])],
    },
  })
  return [{ product: { in: docs.map(({ id }) => id) } }]
}
