import type { PayloadRequest } from 'payload'

import type { Product } from '../../../payload-types'
import { catalog } from './catalog'
import { daysAgo } from './time'

/** Creates the demo's products and their versions. */
export async function seedProducts(req: PayloadRequest): Promise<Product[]> {
  const products: Product[] = []
  for (const { versions, ...data } of catalog) {
    const product = await req.payload.create({
      collection: 'products',
      data: { ...data, createdAt: daysAgo(380) },
      overrideAccess: true,
      req,
    })
    products.push(product)
    for (const [version, age, summary] of versions) {
      await req.payload.create({
        collection: 'versions',
        data: {
          changelog: `- ${summary}`,
          product: product.id,
          releasedAt: daysAgo(age),
          summary,
          version,
        },
        overrideAccess: true,
        req,
      })
    }
  }
  return products
}
