import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import type { Product } from '../../../../payload-types'
import { flag, numbered, optional, requiredText, text } from '../../body'
import { ApiError } from '../../errors'
import { entitlementsField, toEntitlements } from '../entitlements'
import { slugOf } from '../../../slugs/slugOf'
import { isUuid } from '../../../text/isUuid'

/** The fields of a product that a shop may set. */
export const productFields = z.object({
  description: text(20_000).nullish(),
  entitlements: entitlementsField,
  envato_id: numbered(64).nullish(),
  is_active: optional(flag()),
  license_update: optional(flag()),
  name: requiredText(200),
  serve_latest_updates: optional(flag()),
})

/** The body's fields as the collection names them. */
export function toProductData(body: Partial<z.output<typeof productFields>>) {
  return {
    description: body.description,
    entitlements: body.entitlements,
    envatoId: body.envato_id,
    isActive: body.is_active,
    licenseUpdate: body.license_update,
    name: body.name,
    serveLatestUpdates: body.serve_latest_updates,
  }
}

/** A product as the API shows it. */
export function toProductResource(product: Product) {
  return {
    id: product.id,
    reference_id: product.referenceId,
    name: product.name,
    envato_id: product.envatoId ?? null,
    description: product.description ?? null,
    entitlements: toEntitlements(product.entitlements),
    license_update: product.licenseUpdate === true,
    serve_latest_updates: product.serveLatestUpdates === true,
    is_active: product.isActive === true,
    created_at: product.createdAt,
    updated_at: product.updatedAt,
  }
}

/**
 * The product with this reference ID or id.
 *
 * @throws ApiError 404
 */
export async function findProduct(req: PayloadRequest, name: string): Promise<Product> {
  const { docs } = await req.payload.find({
    collection: slugOf('products'),
    depth: 0,
    joins: false,
    limit: 1,
    // The internal key was checked; it acts as an administrator.
    overrideAccess: true,
    pagination: false,
    req,
    where: {
      or: [{ referenceId: { equals: name } }, ...(isUuid(name) ? [{ id: { equals: name } }] : [])],
    },
  })
  if (!docs[0]) throw new ApiError(404, 'notFound')
  return docs[0]
}
