import type { CollectionConfig } from 'payload'

import { nobody } from '../../access/nobody'

/** Failed logins in a row by account and address, and until when the next one is refused. */
export const LoginLockouts: CollectionConfig = {
  slug: 'login-lockouts',
  access: { create: nobody, delete: nobody, read: nobody, update: nobody },
  admin: { hidden: true },
  disableDuplicate: true,
  fields: [
    { name: 'key', type: 'text', index: true, required: true, unique: true },
    { name: 'failures', type: 'number', required: true },
    { name: 'lockedUntil', type: 'date' },
  ],
}
