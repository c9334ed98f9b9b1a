import type { CollectionConfig } from 'payload'

import { nobody } from '../../access/nobody'

/** Hashes of the codes that stand in for a lost authenticator, each once. */
export const RecoveryCodes: CollectionConfig = {
  slug: 'recovery-codes',
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
    { name: 'codeHash', type: 'text', index: true, required: true },
    { name: 'usedAt', type: 'date' },
  ],
}
