import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { nobody } from '../../access/nobody'

/**
 * Ranks that the worker keeps for the report of top customers: the first thousand by metric (`licenses`, `products`, `activations`),
 * period (`all`, or the last `365`, `90`, `30` days) and product (none: all; of one product there is no metric `products`). Ranks are
 * unique: who has as much as another comes before or behind them always. Whose customer is gone is left out by the next recount. One
 * row more, of the metric `recount`, says by `updatedAt` when that was.
 */
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
