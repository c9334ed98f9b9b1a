import type { z } from 'zod'

import { licensingSettings } from '../../../../collections/Settings/licensingSettings'
import { findActivationById } from '../../../licensing/repository/activations'
import { findLicenseByCode, findLicenseById } from '../../../licensing/repository/licenses'
import type { License } from '../../../licensing/types'
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
import type { claimSchema } from '../claim'

type Named = Partial<z.output<typeof claimSchema>>

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
 * The released version of the path: by its `update_id`, or by its name with the product that the caller names, or whose licence it
 * has. Versions that are switched off, or of a later date, are not there.
 *
 * @throws ApiError 404; 422 where several products have a version of this name
 */
export async function findRelease(context: ApiContext, body: Named): Promise<ReleaseDetails> {
  const { db } = context.get('services')
  const name = pathName(context, 'version')
  const byId = await findReleaseById(db, name)
  const productId = await findProductId(context, body)
  const named = byId ? [byId] : await findReleasesByName(db, name, productId)
  const found = named.filter(
    ({ isActive, product, releasedAt }) =>
      isActive && releasedAt <= new Date() && (productId === null || product.id === productId),
  )
  if (found.length > 1) {
    const message = fieldText(context.get('messages').fields.required, 'product_id')
    throw new ApiError(422, 'invalid', { errors: { product_id: [message] } })
  }
  if (!found[0]) throw new ApiError(404, 'notFound')
  return found[0]
}

/** Null where the caller names neither a product nor a licence that there is. */
async function findProductId(context: ApiContext, body: Named): Promise<null | string> {
  const referenceId = body.product_id?.trim()
  if (referenceId) return (await findUpdatedProduct(context, referenceId)).id
  return (await findLicense(context, body))?.product.id ?? null
}

/** Only tells products apart: whether the caller has the licence is asked afterwards. */
async function findLicense(context: ApiContext, body: Named): Promise<License | null> {
  const { db, settings, signer } = context.get('services')
  const token = body.license_data?.trim() || body.license_file?.trim()
  if (!token) {
    const code = body.license_code?.trim()
    return code ? findLicenseByCode(db, code, licensingSettings(await settings())) : null
  }
  const activationId = signer.read(token)
  const activation = activationId === null ? null : await findActivationById(db, activationId)
  return activation && findLicenseById(db, activation.licenseId)
}
