import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { nobody } from '../../access/nobody'
import { adminGroup } from '../group'

/** Public keys of the passkeys with which customers sign in. */
export const Passkeys: CollectionConfig = {
  slug: 'passkeys',
  labels: { plural: 'Passkeys', singular: 'Passkey' },
  access: { create: nobody, delete: isAdmin, read: isAdmin, update: nobody },
  admin: { group: adminGroup, hidden: true, useAsTitle: 'name' },
  disableDuplicate: true,
  fields: [
    {
      name: 'customer',
      type: 'relationship',
      index: true,
      relationTo: 'customers',
      required: true,
    },
    { name: 'name', type: 'text', maxLength: 100, required: true },
    { name: 'credentialId', type: 'text', index: true, required: true, unique: true },
    { name: 'publicKey', type: 'text', required: true },
    { name: 'counter', type: 'number', defaultValue: 0, required: true },
    { name: 'transports', type: 'json' },
    { name: 'isBackedUp', type: 'checkbox', defaultValue: false },
    { name: 'lastUsedAt', type: 'date' },
  ],
}
