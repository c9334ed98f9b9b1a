import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { nobody } from '../../access/nobody'
import { adminGroup } from '../group'
import { signInMethods } from '../LoginEvents/values'

/**
 * The portal's sessions, a row each. The browser holds a random token, the row its SHA-256: whoever reads the table can open
 * no session. Deleting a row ends the session at the next request.
 */
export const CustomerSessions: CollectionConfig = {
  slug: 'customer-sessions',
  labels: { plural: 'Sessions', singular: 'Session' },
  access: { create: nobody, delete: isAdmin, read: isAdmin, update: nobody },
  admin: {
    defaultColumns: ['customer', 'method', 'ip', 'lastSeenAt', 'expiresAt'],
    group: adminGroup,
    hidden: true,
    useAsTitle: 'ip',
  },
  disableDuplicate: true,
  fields: [
    {
      name: 'customer',
      type: 'relationship',
      index: true,
      relationTo: 'customers',
      required: true,
    },
    {
      name: 'tokenHash',
      type: 'text',
      access: { read: nobody },
      hidden: true,
      index: true,
      required: true,
      unique: true,
    },
    { name: 'method', type: 'select', options: [...signInMethods], required: true },
    { name: 'isRemembered', type: 'checkbox', defaultValue: false },
    { name: 'ip', label: 'IP address', type: 'text' },
    { name: 'userAgent', type: 'text' },
    { name: 'deviceHash', type: 'text', access: { read: nobody }, hidden: true },
    { name: 'authenticatedAt', type: 'date', required: true },
    { name: 'lastSeenAt', type: 'date', required: true },
    { name: 'expiresAt', type: 'date', index: true, required: true },
  ],
}
