import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { mergeListSearchAndWhere } from 'payload/shared'

/** What a list of the admin panel is filtered and searched by: `where` and `search` of its address. */
export function listFilter({ payload, query }: PayloadRequest, collection: CollectionSlug): Where {
  const { search, where } = query as { search?: unknown; where?: unknown }
  const isFilter = typeof where === 'object' && where !== null && !Array.isArray(where)
  return mergeListSearchAndWhere({
    collectionConfig: payload.collections[collection].config,
    search: typeof search === 'string' ? search : '',
    where: isFilter ? (where as Where) : {},
  })
}
