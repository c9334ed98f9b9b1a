import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { nobody } from '../../access/nobody'
import { ownLoginEvents } from '../../access/ownLoginEvents'
import { adminGroup } from '../group'
import { signInMethods, signInOutcomes } from './values'

/** Every attempt to sign in to the portal, good or bad. Written by the system; administrators read all, customers theirs. */
export const LoginEvents: CollectionConfig = {
  slug: 'login-events',
  labels: { plural: 'Login events', singular: 'Login event' },
  access: { create: nobody, delete: isAdmin, read: ownLoginEvents, update: nobody },
  admin: {
    defaultColumns: ['createdAt', 'email', 'method', 'outcome', 'ip'],
    group: adminGroup,
    listSearchableFields: ['email', 'ip'],
    useAsTitle: 'email',
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  indexes: [{ fields: ['customer', 'createdAt'] }],
  fields: [
    { name: 'customer', type: 'relationship', relationTo: 'customers' },
    { name: 'email', type: 'text', index: true },
    { name: 'method', type: 'select', options: [...signInMethods], required: true },
    { name: 'outcome', type: 'select', index: true, options: [...signInOutcomes], required: true },
    { name: 'ip', label: 'IP address', type: 'text', index: true },
    { name: 'userAgent', type: 'text' },
  ],
}
