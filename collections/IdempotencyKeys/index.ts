import type { CollectionConfig } from 'payload'

import { nobody } from '../../access/nobody'

/** Answers to calls that carried an Idempotency-Key, so that a repeated call gets the first answer. */
export const IdempotencyKeys: CollectionConfig = {
  slug: 'idempotency-keys',
  access: { create: nobody, delete: nobody, read: nobody, update: nobody },
  admin: { hidden: true },
  disableDuplicate: true,
  fields: [
    { name: 'key', type: 'text', index: true, required: true, unique: true },
    { name: 'requestHash', type: 'text', required: true },
    { name: 'status', type: 'number', required: true },
    { name: 'body', type: 'json', required: true },
  ],
}
