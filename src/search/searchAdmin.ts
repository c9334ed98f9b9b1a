import type { CollectionSlug, PayloadRequest } from 'payload'

import { withoutFigures } from '../../collections/Customers/hooks/addFigures'
import { inTransaction } from '../licensing/repository/transaction'
import type { Database } from '../licensing/types'
import type { Activation, Customer, License } from '../../payload-types'
import { canBeFound, type Term } from './parseTerm'
import { findIds, limitSearch, type SearchedTable } from './repository'
import { slugOf } from '../slugs/slugOf'

/** How many of each kind are found at once. */
export const hitsPerGroup = 5

const longestMs = 2000

/** No statement that was cut off: PostgreSQL's query_canceled. */
const cutOff = '57014'

type Group<Hit> = {
  /** More match than are listed. */
  hasMore: boolean
  hits: Hit[]
  /** The search was given up because it took too long. */
  isCutOff: boolean
}

export type SearchResult = {
  activations: Group<Pick<Activation, 'domain' | 'id' | 'isActive' | 'licenseCode'>>
  customers: Group<Pick<Customer, 'clientId' | 'email' | 'id' | 'name'>>
  licenses: Group<Pick<License, 'code' | 'email' | 'id' | 'invoice'>>
}

/**
 * Looks for customers (name, e-mail, Client ID), licences (code, e-mail, invoice) and activations (domain). The database names the
 * best few; they are read with the rights of the request's user, field by field. What no index
 * can narrow down is not looked for: it finds nothing.
 */
export async function searchAdmin(req: PayloadRequest, term: Term): Promise<SearchResult> {
  const group = async <Hit extends { id: string }>(
    collection: SearchedTable & CollectionSlug,
    fields: readonly (keyof Hit & string)[],
  ): Promise<Group<Hit>> => {
    const ids = canBeFound(term) ? await idsOrNull(req, collection, term) : []
    const hits = await read(req, collection, (ids ?? []).slice(0, hitsPerGroup), fields)
    return {
      hasMore: (ids?.length ?? 0) > hitsPerGroup,
      hits: hits as Hit[],
      isCutOff: ids === null,
    }
  }
  const [customers, licenses, activations] = await Promise.all([
    group<SearchResult['customers']['hits'][number]>('customers', ['clientId', 'email', 'name']),
    group<SearchResult['licenses']['hits'][number]>('licenses', ['code', 'email', 'invoice']),
    group<SearchResult['activations']['hits'][number]>('activations', [
      'domain',
      'isActive',
      'licenseCode',
    ]),
  ])
  return { activations, customers, licenses }
}

/** One more than is shown, to know whether there are more; null where it took too long. */
async function idsOrNull(
  { payload }: PayloadRequest,
  table: SearchedTable,
  term: Term,
): Promise<null | string[]> {
  const { drizzle } = payload.db as unknown as { drizzle: Database }
  try {
    return await inTransaction(drizzle, async (db) => {
      await limitSearch(db, longestMs)
      return findIds(db, table, term, hitsPerGroup + 1)
    })
  } catch (error) {
    if ((error as { cause?: { code?: string } }).cause?.code !== cutOff) throw error
    payload.logger.warn({ msg: `A search of ${table} took longer than ${longestMs} ms`, table })
    return null
  }
}

/** Documents by their ids, in that order; without those that the user may not read. */
async function read(
  req: PayloadRequest,
  collection: SearchedTable & CollectionSlug,
  ids: string[],
  fields: readonly string[],
): Promise<{ id: string }[]> {
  if (ids.length === 0) return []
  const { docs } = await req.payload.find({
    collection: slugOf(collection),
    context: { [withoutFigures]: true },
    depth: 0,
    // Who may read none of them finds none; the other kinds are still found.
    disableErrors: true,
    limit: ids.length,
    overrideAccess: false,
    pagination: false,
    req,
    select: Object.fromEntries(fields.map((field) => [field, true])),
    where: { id: { in: ids } },
  })
  return docs.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}
