import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { nobody } from '../../access/nobody'
import { adminGroup } from '../group'

/**
 * Purchases of a customer at Envato whose code is the licence of somebody else, or of another product. Nothing is changed by itself: an
 * administrator decides, and deletes the row.
 */
export const EnvatoConflicts: CollectionConfig = {
  slug: 'envato-conflicts',
  labels: { plural: 'Envato conflicts', singular: 'Envato conflict' },
  access: { create: nobody, delete: isAdmin, read: isAdmin, update: nobody },
  admin: {
    defaultColumns: ['purchaseCode', 'customer', 'license', 'reason', 'createdAt'],
    description:
      'Purchases of a customer whose code is the license of somebody else. Change the license if it is to be theirs, then delete the row.',
    group: adminGroup,
    listSearchableFields: ['purchaseCode'],
    useAsTitle: 'purchaseCode',
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  indexes: [{ fields: ['customer', 'purchaseCode'], unique: true }],
  fields: [
    { name: 'purchaseCode', type: 'text', required: true },
    {
      name: 'customer',
      type: 'relationship',
      index: true,
      relationTo: 'customers',
      required: true,
    },
    { name: 'license', type: 'relationship', relationTo: 'licenses' },
    {
      name: 'reason',
      type: 'select',
      options: [
        { label: 'The license is of somebody else', value: 'heldByAnother' },
        { label: 'The license is of another product', value: 'otherProduct' },
      ],
      required: true,
    },
  ],
}
