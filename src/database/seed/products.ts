import type { PayloadRequest } from 'payload'

import type { Product, ReleaseFile } from '../../../payload-types'
import { catalog } from './catalog'
import { daysAgo } from './time'

/** Creates the demo's products and their versions, with a file each. */
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
      const file = await seedFile(req, data.name, version, summary)
      await req.payload.create({
        collection: 'versions',
        data: {
          changelog: `- ${summary}`,
          mainFile: file.id,
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

/** A text in the place of the archive that a real shop has there. */
async function seedFile(
  req: PayloadRequest,
  product: string,
  version: string,
  summary: string,
): Promise<ReleaseFile> {
  const data = Buffer.from(`${product} ${version}\n\n${summary}\n\nA file of the demo.\n`)
  const name = `${product.toLowerCase().replaceAll(' ', '-')}-${version}.txt`
  return req.payload.create({
    collection: 'release-files',
    data: {},
    file: { data, mimetype: 'text/plain', name, size: data.length },
    overrideAccess: true,
    req,
  })
}
