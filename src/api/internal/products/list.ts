import type { ApiContext } from '../../types'
import { readPage, respondWithList } from '../page'
import { toProductResource } from './product'
import { slugOf } from '../../../slugs/slugOf'

/** `GET /products`: all products, by name. */
export async function listProducts(context: ApiContext): Promise<Response> {
  const page = readPage(context)
  const { docs, totalDocs } = await context.get('services').payload.find({
    collection: slugOf('products'),
    depth: 0,
    joins: false,
    // The internal key was checked; it acts as an administrator.
    overrideAccess: true,
    ...page,
    sort: ['name', 'id'],
  })
  return respondWithList(context, docs.map(toProductResource), { ...page, total: totalDocs })
}
