import { randomBytes } from 'node:crypto'

import {
  findProducts,
  type FoundProduct,
  insertProducts,
  updateProducts,
} from '../repository/products'
import type { Target } from './target'

/** Products are known by their reference ID. A row without one makes a new product. */
export const productsTarget: Target<'products', FoundProduct> = {
  async create(db, values) {
    const products = values.map((one) => ({
      ...one,
      referenceId: one.referenceId ?? `PRD-${randomBytes(6).toString('hex').toUpperCase()}`,
    }))
    const ids = await insertProducts(db, products)
    return products.map(({ referenceId }) => ids.get(referenceId) ?? null)
  },

  async find(db, values, isHeld) {
    const keys = values.flatMap(({ referenceId }) => referenceId ?? [])
    const found = new Map(
      (await findProducts(db, keys, isHeld)).map((one) => [one.referenceId, one] as const),
    )
    return ({ referenceId }) => {
      const one = referenceId ? found.get(referenceId) : undefined
      return one ? { found: one } : null
    }
  },

  keysOf: ({ referenceId }) => (referenceId ? [referenceId] : []),

  kind: 'products',

  missing: ({ name }) => (name ? [] : ['name']),

  async update(db, changes) {
    await updateProducts(
      db,
      changes.map(({ found, values }) => ({ ...values, id: found.id })),
    )
    return changes.map(() => [])
  },
}
