import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { nobody } from '../../access/nobody'
import { adminGroup } from '../group'

/** Where the reading of a customer's purchases at Envato stands. */
export const envatoImportStates = ['waiting', 'done', 'failed'] as const

/**
 * The reading of purchases at Envato, a row for each customer who signed in with it. The tokens are encrypted, and gone when it has ended.
 */
export const EnvatoImports: CollectionConfig = {
  slug: 'envato-imports',
  labels: { plural: 'Envato imports', singular: 'Envato import' },
  access: { create: nobody, delete: isAdmin, read: isAdmin, update: nobody },
  admin: {
    defaultColumns: ['customer', 'status', 'purchases', 'licenses', 'endedAt'],
    description: "Readings of customers' purchases at Envato.",
    group: adminGroup,
    listSearchableFields: ['error'],
    useAsTitle: 'status',
  },
  defaultSort: '-updatedAt',
  disableDuplicate: true,
  fields: [
    {
      name: 'customer',
      type: 'relationship',
      index: true,
      relationTo: 'customers',
      required: true,
      unique: true,
    },
    { name: 'status', type: 'select', options: [...envatoImportStates], required: true },
    {
      name: 'tokens',
      type: 'text',
      access: { create: nobody, read: nobody, update: nobody },
      admin: { disabled: true },
      hidden: true,
    },
    /** Which of several readings that follow each other is the present one. */
    { name: 'run', type: 'text', admin: { hidden: true }, hidden: true },
    { name: 'attempts', type: 'number', admin: { hidden: true }, defaultValue: 0, hidden: true },
    { name: 'purchases', label: 'Purchases found', type: 'number' },
    { name: 'licenses', label: 'Licenses added', type: 'number' },
    { name: 'error', type: 'text' },
    { name: 'endedAt', type: 'date', admin: { date: { pickerAppearance: 'dayAndTime' } } },
  ],
}
