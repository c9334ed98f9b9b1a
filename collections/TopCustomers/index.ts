import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { nobody } from '../../access/nobody'

/** Ranks that the worker keeps for the report of top customers: the first thousand by metric, period and product (none: all). */
export const TopCustomers: CollectionConfig = {
  slug: 'top-customers',
  access: { create: nobody, delete: nobody, read: isAdmin, update: nobody },
  admin: { hidden: true },
  disableDuplicate: true,
  fields: [
    { name: 'metric', type: 'text', required: true },
    { name: 'period', type: 'text', required: true },
    { name: 'product', type: 'relationship', relationTo: 'products' },
    { name: 'rank', type: 'number', required: true },
    { name: 'customer', type: 'relationship', relationTo: 'customers' },
    { name: 'licenses', type: 'number', required: true },
    { name: 'products', type: 'number', required: true },
    { name: 'activations', type: 'number', required: true },
  ],
  indexes: [{ fields: ['metric', 'period', 'product', 'rank'] }],
}
