import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { nobody } from '../../access/nobody'

/** Counts that the worker keeps for the dashboard: how much of a metric fell on a day, or on a kind. */
export const Statistics: CollectionConfig = {
  slug: 'statistics',
  access: { create: nobody, delete: nobody, read: isAdmin, update: nobody },
  admin: { hidden: true },
  disableDuplicate: true,
  fields: [
    { name: 'metric', type: 'text', required: true },
    { name: 'bucket', type: 'text', required: true },
    { name: 'value', type: 'number', required: true },
  ],
  indexes: [{ fields: ['metric', 'bucket'], unique: true }],
}
