import { readBody } from '../../body'
import { ApiError } from '../../errors'
import { fieldText } from '../../messages'
import type { ApiContext } from '../../types'
import type { CreatingHandler } from '../idempotent'
import { findProduct } from '../products/product'
import type { PayloadRequest } from 'payload'
import { licenseFields, licenseQuery, productOf, toLicenseData, toLicenseResource } from './license'
import { slugOf } from '../../../slugs/slugOf'

/** `POST /product-licenses`: a new licence; the code is made when it is empty. */
export const createLicense: CreatingHandler = async (context, req) => {
  const body = await readBody(context, licenseFields)
  const name = productOf(body)
  if (!name) throw productError(context, 'required')
  const license = await req.payload.create({
    ...licenseQuery,
    collection: slugOf('licenses'),
    data: {
      ...toLicenseData(body),
      product: await findProductId(context, req, name),
      type: body.type ?? 'perpetual',
    },
    req,
  })
  return { body: { data: toLicenseResource(license) }, status: 201 }
}

/**
 * The id of the product that a body names.
 *
 * @throws ApiError 422 where there is none
 */
export async function findProductId(
  context: ApiContext,
  req: PayloadRequest,
  name: string,
): Promise<string> {
  try {
    return (await findProduct(req, name)).id
  } catch (error) {
    throw error instanceof ApiError ? productError(context, 'unknownProduct') : error
  }
}

function productError(context: ApiContext, text: 'required' | 'unknownProduct'): ApiError {
  const field = 'product_reference_id'
  const message = fieldText(context.get('messages').fields[text], field)
  return new ApiError(422, 'invalid', { errors: { [field]: [message] } })
}
