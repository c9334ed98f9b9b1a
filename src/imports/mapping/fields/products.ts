import { createdAt } from './createdAt'
import type { ImportField } from './types'

/** What an import of products can fill in. */
export const productFields: readonly ImportField[] = [
  {
    name: 'referenceId',
    synonyms: [
      'reference id',
      'product id',
      'product reference',
      'reference',
      'sku',
      'pid',
      'referenz',
      'referenz id',
      'artikelnummer',
      'produkt id',
    ],
  },
  {
    name: 'name',
    synonyms: ['product name', 'product', 'title', 'produktname', 'produkt', 'bezeichnung'],
  },
  { name: 'envatoId', synonyms: ['envato id', 'envato item id', 'item id'] },
  { name: 'description', synonyms: ['details', 'product details', 'beschreibung'] },
  { name: 'isActive', synonyms: ['is active', 'active', 'status', 'enabled', 'aktiv'] },
  {
    name: 'licenseUpdate',
    synonyms: ['license update', 'updates need a license', 'updates brauchen eine lizenz'],
  },
  {
    name: 'serveLatestUpdates',
    synonyms: ['serve latest updates', 'serve the latest version', 'neueste version ausliefern'],
  },
  createdAt,
]
