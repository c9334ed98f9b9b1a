import type { CollectionConfig } from 'payload'

import { isAdmin, isAdminRequest } from '../../access/isAdmin'
import { adminGroup } from '../group'
import { holdRow } from '../hooks/holdRow'
import { holdRowAtLogout, keepSessions } from './hooks/keepSessions'

/** Administrators: whoever may enter the admin panel. */
export const Users: CollectionConfig = {
  slug: 'users',
  labels: { plural: 'Admins', singular: 'Admin' },
  access: {
    admin: ({ req }) => isAdminRequest(req),
    create: isAdmin,
    delete: isAdmin,
    read: isAdmin,
    unlock: isAdmin,
    update: isAdmin,
  },
  admin: {
    defaultColumns: ['name', 'email', 'createdAt'],
    group: adminGroup,
    useAsTitle: 'email',
  },
  auth: { lockTime: 10 * 60 * 1000, maxLoginAttempts: 10, useSessions: true },
  hooks: {
    afterLogin: [keepSessions],
    afterLogout: [holdRowAtLogout],
    beforeOperation: [holdRow('users')],
  },
  fields: [{ name: 'name', type: 'text', maxLength: 200 }],
}
