import type { CellReader } from './cellReader'
import { parseBoolean } from './parse'

/** A product as a row describes it. What is undefined stays as it is. */
export type ProductValues = {
  createdAt?: string
  description?: string
  envatoId?: string
  isActive?: boolean
  licenseUpdate?: boolean
  name?: string
  referenceId?: string
  serveLatestUpdates?: boolean
}

/** Reads a product. */
export function readProduct(cells: CellReader): ProductValues {
  return {
    createdAt: cells.moment('createdAt', false) ?? undefined,
    description: cells.text('description', 20_000),
    envatoId: cells.text('envatoId', 64),
    isActive: cells.read('isActive', parseBoolean),
    licenseUpdate: cells.read('licenseUpdate', parseBoolean),
    name: cells.text('name', 200),
    referenceId: cells.read('referenceId', (text) =>
      text.length <= 64 && /^[\w.-]+$/.test(text) ? { value: text } : { error: 'referenceId' },
    ),
    serveLatestUpdates: cells.read('serveLatestUpdates', parseBoolean),
  }
}
