import type { z } from 'zod'

import {
  findReleaseById,
  findReleasesByName,
  findReleasingProduct,
  type ReleaseDetails,
  type ReleasingProduct,
} from '../../../releases/repository'
import { ApiError } from '../../errors'
import { pathName } from '../../internal/request'
import { fieldText } from '../../messages'
import type { ApiContext } from '../../types'
import { callOf, type licenseFields, namesLicense } from '../claim'
import { findNamedLicense } from '../namedLicense'
import { refuse, refuseUnwanted } from '../refuse'

type Named = { product_id?: string } & z.output<z.ZodObject<typeof licenseFields>>

/**
 * The product with this reference ID.
 *
 * @throws ApiError 404
 */
export async function findUpdatedProduct(
  context: ApiContext,
  referenceId: string,
): Promise<ReleasingProduct> {
  const product = await findReleasingProduct(context.get('services').db, referenceId)
  if (!product) throw new ApiError(404, 'notFound')
  return product
}

/**
 * The released version of the path, by its `update_id`, or by its name with the product that the caller names. Versions that are switched
 * off, or of a later date, are not there.
 *
 * @throws ApiError 404; 422 where several products have a version of this name
 */
export async function findNamedRelease(
  context: ApiContext,
  named: { product_id?: string },
): Promise<ReleaseDetails> {
  return onlyOne(context, await findOffered(context, named.product_id))
}

/**
 * The same, where the licence of the caller tells apart what several products have. Whether they have that licence is asked afterwards, but
 * who tries codes is refused here as anywhere else.
 *
 * @returns the refusal to answer with where the licence that would tell is none
 * @throws ApiError 404; 422
 */
export async function findRelease(
  context: ApiContext,
  body: Named,
): Promise<ReleaseDetails | Response> {
  const offered = await findOffered(context, body.product_id)
  if (offered.length < 2 || !namesLicense(body)) return onlyOne(context, offered)
  const call = callOf(context, 'update', { ...body, product_id: null })
  const unwanted = await refuseUnwanted(context, call)
  if (unwanted) return unwanted
  const license = await findNamedLicense(context, call)
  if (!license) return refuse(context, call.licenseCode ? 'not_found' : 'not_activated', call)
  return onlyOne(
    context,
    offered.filter(({ product }) => product.id === license.product.id),
  )
}

async function findOffered(context: ApiContext, productId?: string): Promise<ReleaseDetails[]> {
  const { db } = context.get('services')
  const name = pathName(context, 'version')
  const referenceId = productId?.trim()
  const only = referenceId ? (await findUpdatedProduct(context, referenceId)).id : null
  const byId = await findReleaseById(db, name)
  const named = byId ? [byId] : await findReleasesByName(db, name, only)
  return named.filter(
    ({ isActive, product, releasedAt }) =>
      isActive && releasedAt <= new Date() && (only === null || product.id === only),
  )
}

function onlyOne(context: ApiContext, found: ReleaseDetails[]): ReleaseDetails {
  if (found.length > 1) {
    const message = fieldText(context.get('messages').fields.required, 'product_id')
    throw new ApiError(422, 'invalid', { errors: { product_id: [message] } })
  }
  if (!found[0]) throw new ApiError(404, 'notFound')
  return found[0]
}
