import { numbered, readBody } from '../../body'
import type { CreatingHandler } from '../idempotent'
import { productFields, toProductData, toProductResource } from './product'
import { slugOf } from '../../../slugs/slugOf'

export const newProduct = productFields.extend({ reference_id: numbered(64).nullish() })

/** `POST /products`: a new product; the reference ID is made when it is empty. */
export const createProduct: CreatingHandler = async (context, req) => {
  const body = await readBody(context, newProduct)
  const product = await req.payload.create({
    collection: slugOf('products'),
    data: { ...toProductData(body), name: body.name, referenceId: body.reference_id },
    depth: 0,
    // The internal key was checked; it acts as an administrator.
    overrideAccess: true,
    req,
  })
  return { body: { data: toProductResource(product) }, status: 201 }
}
