import { Forbidden, type PayloadRequest, type SelectType, type Where } from 'payload'

import type { Activation, License } from '../../../payload-types'
import { isReadAsStored } from '../../database/isReadAsStored'
import { slugOf } from '../../slugs/slugOf'

type Owned = { activations: Activation; licenses: License }

type OwnQuery<Columns extends SelectType> = {
  /** Whether the order goes by what customers may not read, such as a product's name. */
  isSortClosed?: boolean
  limit: number
  /** Counted from 1. */
  page?: number
  pagination?: boolean
  /** Fields at the top of the document. */
  select: Columns
  sort?: string[]
  where?: Where
}

type OwnDocuments<Name extends keyof Owned, Columns extends SelectType> = {
  docs: Pick<Owned[Name], keyof Owned[Name] & ('id' | keyof Columns)>[]
  totalDocs: number
  totalPages: number
}

/**
 * Documents that the customer of a request may read, by the access function of their collection. Where nothing changes them on their way, they come
 * from Payload's database adapter as they are stored: what its operations look through in each field of each of them is most of what a list costs.
 *
 * @throws Forbidden when they may read nothing
 */
export async function findOwn<Name extends keyof Owned, Columns extends SelectType>(
  req: PayloadRequest,
  name: Name,
  { isSortClosed = false, page = 1, pagination = false, where = {}, ...query }: OwnQuery<Columns>,
): Promise<OwnDocuments<Name, Columns>> {
  const collection = slugOf(name)
  const { collections, db } = req.payload
  // Both take `false`; the types know of it only for a collection that has joins.
  const joins = false as unknown as undefined
  const locale = req.locale ?? undefined
  const asked = { ...query, collection, joins, locale, page, pagination, req }
  const isStored = isReadAsStored(collections[collection].config, Object.keys(query.select))
  const isFiltered = isStored || isSortClosed
  const own = isFiltered ? { and: [where, await ownRows(req, name)] } : where
  const found = isStored
    ? await db.find({ ...asked, where: own })
    : await req.payload.find({ ...asked, depth: 0, overrideAccess: isFiltered, where: own })
  return found as unknown as OwnDocuments<Name, Columns>
}

/**
 * What the access function of a collection lets the customer of a request read.
 *
 * @throws Forbidden when that is nothing
 */
async function ownRows(req: PayloadRequest, name: keyof Owned): Promise<Where> {
  const access = await req.payload.collections[slugOf(name)].config.access.read({ req })
  // Payload refuses at every answer that says nothing, and so must this: a filter that is not there finds everything.
  if (!access) throw new Forbidden(req.t)
  return access === true ? {} : access
}
