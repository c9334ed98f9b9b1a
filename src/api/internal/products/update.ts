import type { Product } from '../../../../payload-types'
import { readBody } from '../../body'
import type { ApiContext } from '../../types'
import { lockRow } from '../lockRow'
import { inTransaction, pathName } from '../request'
import { findProduct, productFields, toProductData, toProductResource } from './product'
import { slugOf } from '../../../slugs/slugOf'

export const productChanges = productFields.partial()

/** `PUT /products/{reference_id}`: changes the fields that are given. The reference ID stays. */
export async function updateProduct(context: ApiContext): Promise<Response> {
  const body = await readBody(context, productChanges)
  return changeProduct(context, toProductData(body))
}

/** Changes the product of the path and answers with it. */
export async function changeProduct(
  context: ApiContext,
  data: Partial<Omit<Product, 'versions'>>,
): Promise<Response> {
  const name = pathName(context, 'reference')
  const product = await inTransaction(context, async (req) => {
    const { id } = await findProduct(req, name)
    await lockRow(req, 'products', id)
    return req.payload.update({
      collection: slugOf('products'),
      data,
      depth: 0,
      id,
      // The internal key was checked; it acts as an administrator.
      overrideAccess: true,
      req,
    })
  })
  return context.json({ data: toProductResource(product) })
}
