import type { CollectionConfig } from 'payload'

import { nobody } from '../../access/nobody'

/** Browsers that a customer has signed in from, by the SHA-256 of a cookie that each keeps. */
export const KnownDevices: CollectionConfig = {
  slug: 'known-devices',
  access: { create: nobody, delete: nobody, read: nobody, update: nobody },
  admin: { hidden: true },
  disableDuplicate: true,
  fields: [
    {
      name: 'customer',
      type: 'relationship',
      index: true,
      relationTo: 'customers',
      required: true,
    },
    { name: 'deviceHash', type: 'text', index: true, required: true },
    { name: 'lastSeenAt', type: 'date', required: true },
  ],
  indexes: [{ fields: ['customer', 'deviceHash'], unique: true }],
}
