import type { Where } from 'payload'
import { z } from 'zod'

import { codeKey } from '../../../licensing/codes'
import { literalPattern } from '../../../text/literalPattern'
import { text } from '../../body'
import type { ApiContext } from '../../types'
import { readPage, readQuery, respondWithList } from '../page'
import { productFilter } from '../productFilter'
import { licenseQuery, toLicenseResource } from './license'
import { slugOf } from '../../../slugs/slugOf'

export const licensesQuery = z.object({
  customer_id: text().optional(),
  product_reference_id: text().optional(),
  search: text().optional(),
})

/** `GET /product-licenses`: licences, the newest first, by product, customer, or words in code, e-mail, customer or invoice. */
export async function listLicenses(context: ApiContext): Promise<Response> {
  const page = readPage(context)
  const query = readQuery(context, licensesQuery)
  const where: Where[] = [...(await productFilter(context, query.product_reference_id))]
  if (query.customer_id) where.push({ customerId: { equals: query.customer_id.trim() } })
  if (query.search?.trim()) where.push(searchFilter(query.search.trim()))
  const { docs, totalDocs } = await context.get('services').payload.find({
    ...licenseQuery,
    ...page,
    collection: slugOf('licenses'),
    sort: ['-createdAt', 'id'],
    where: { and: where },
  })
  return respondWithList(context, docs.map(toLicenseResource), { ...page, total: totalDocs })
}

function searchFilter(given: string): Where {
  const words = literalPattern(given)
  return {
    or: [
      { codeKey: { contains: literalPattern(codeKey(given)) } },
      { email: { contains: words } },
      { customerId: { contains: words } },
      { invoice: { contains: words } },
    ],
  }
}
