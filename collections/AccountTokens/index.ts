import type { CollectionConfig } from 'payload'

import { nobody } from '../../access/nobody'
import { tokenPurposes } from './purposes'

/** Tokens of mailed links and of unfinished logins. Only their SHA-256 is stored; each is good once and for a limited time. */
export const AccountTokens: CollectionConfig = {
  slug: 'account-tokens',
  access: { create: nobody, delete: nobody, read: nobody, update: nobody },
  admin: { hidden: true },
  disableDuplicate: true,
  fields: [
    { name: 'tokenHash', type: 'text', index: true, required: true, unique: true },
    { name: 'purpose', type: 'select', options: [...tokenPurposes], required: true },
    { name: 'customer', type: 'relationship', index: true, relationTo: 'customers' },
    { name: 'email', type: 'text' },
    { name: 'data', type: 'json' },
    { name: 'expiresAt', type: 'date', index: true, required: true },
    { name: 'usedAt', type: 'date' },
  ],
}
