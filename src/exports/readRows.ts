import { withoutFigures } from '../../collections/Customers/hooks/addFigures'
import type { CollectionSlug, PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'

export type Row = Record<string, unknown> & { id: string }

const pageSize = 500

/** No file holds them. Not every collection has some, which its type does not see. */
const withoutJoins = { joins: false } as object

/**
 * The documents of a list, the newest first, read page by page from where the last one ended: however long the list is, each page costs
 * the same and no more than one of them is in memory. Rights are those of the request's user.
 */
export async function* readRows(
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Where,
): AsyncGenerator<Row> {
  const moment = momentOf(req.payload.collections[collection].config)
  let last: Row | undefined
  do {
    const { docs } = await req.payload.find({
      collection,
      context: { [withoutFigures]: true },
      depth: 0,
      ...withoutJoins,
      limit: pageSize,
      overrideAccess: false,
      pagination: false,
      req,
      sort: [`-${moment}`, '-id'],
      where: last ? { and: [where, after(last, moment)] } : where,
    })
    const rows = docs as unknown as Row[]
    yield* rows
    last = rows.length === pageSize ? rows.at(-1) : undefined
  } while (last)
}

const after = ({ id, ...row }: Row, moment: string): Where => ({
  or: [
    { [moment]: { less_than: row[moment] } },
    { and: [{ [moment]: { equals: row[moment] } }, { id: { less_than: id } }] },
  ],
})

/** When something came to be. What has no moment of that name is listed by its own. */
function momentOf({ defaultSort, timestamps }: SanitizedCollectionConfig): string {
  const own = typeof defaultSort === 'string' ? defaultSort.replace(/^-/, '') : null
  return timestamps ? 'createdAt' : (own ?? 'id')
}
