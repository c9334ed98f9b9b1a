import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { nobody } from '../../access/nobody'
import { adminGroup } from '../group'
import { momentOf } from '../fields/moment'

/** Temporary public links to a version's file. Only a hash of the token is stored; the link is shown to whoever makes it. */
export const DownloadTokens: CollectionConfig = {
  slug: 'download-tokens',
  labels: { plural: 'Download links', singular: 'Download link' },
  access: { create: nobody, delete: isAdmin, read: isAdmin, update: nobody },
  admin: {
    defaultColumns: ['createdAt', 'product', 'version', 'type', 'downloads', 'expiresAt'],
    group: adminGroup,
    listSearchableFields: ['prefix'],
    useAsTitle: 'prefix',
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  fields: [
    { name: 'prefix', type: 'text', required: true },
    {
      name: 'tokenHash',
      type: 'text',
      access: { create: nobody, read: nobody, update: nobody },
      admin: { disabled: true },
      hidden: true,
      index: true,
      required: true,
      unique: true,
    },
    { name: 'product', type: 'relationship', index: true, relationTo: 'products', required: true },
    {
      name: 'version',
      type: 'relationship',
      admin: { description: 'Empty: the latest.' },
      index: true,
      relationTo: 'versions',
    },
    {
      name: 'type',
      type: 'select',
      defaultValue: 'main',
      options: [
        { label: 'Main file', value: 'main' },
        { label: 'SQL file', value: 'sql' },
      ],
      required: true,
    },
    { name: 'maxDownloads', type: 'number' },
    { name: 'downloads', type: 'number', defaultValue: 0, required: true },
    {
      // Bytes that were sent, or are being sent, to continue downloads.
      name: 'continuedBytes',
      type: 'number',
      access: { create: nobody, read: nobody, update: nobody },
      admin: { disabled: true },
      defaultValue: 0,
      hidden: true,
      required: true,
    },
    momentOf({ name: 'expiresAt', index: true }),
  ],
}
