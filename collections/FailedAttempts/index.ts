import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { nobody } from '../../access/nobody'
import { adminGroup } from '../group'

/** Refused calls of the licensing API, with their reason. Written by the system, read by administrators. */
export const FailedAttempts: CollectionConfig = {
  slug: 'failed-attempts',
  labels: { plural: 'Failed attempts', singular: 'Failed attempt' },
  access: { create: nobody, delete: isAdmin, read: isAdmin, update: nobody },
  admin: {
    defaultColumns: ['createdAt', 'action', 'reason', 'domain', 'connectionIp'],
    group: adminGroup,
    listSearchableFields: ['domain', 'connectionIp', 'licenseCode'],
    useAsTitle: 'reason',
  },
  disableDuplicate: true,
  fields: [
    { name: 'action', type: 'text', required: true },
    { name: 'reason', type: 'text', index: true, required: true },
    { name: 'productReferenceId', label: 'Product', type: 'text' },
    { name: 'licenseCode', type: 'text' },
    { name: 'license', type: 'relationship', index: true, relationTo: 'licenses' },
    { name: 'url', label: 'URL', type: 'text' },
    { name: 'domain', type: 'text', index: true },
    { name: 'fingerprint', type: 'text' },
    { name: 'ip', label: 'IP address as claimed', type: 'text' },
    { name: 'connectionIp', label: 'IP address of the connection', type: 'text', index: true },
    { name: 'userAgent', type: 'text' },
  ],
}
