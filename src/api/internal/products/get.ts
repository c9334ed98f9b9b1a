import type { ApiContext } from '../../types'
import { inTransaction, pathName } from '../request'
import { findProduct, toProductResource } from './product'

/** `GET /products/{reference_id}`: one product, by reference ID or id. */
export async function getProduct(context: ApiContext): Promise<Response> {
  const name = pathName(context, 'reference')
  const product = await inTransaction(context, (req) => findProduct(req, name))
  return context.json({ data: toProductResource(product) })
}
