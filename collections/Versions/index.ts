import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { adminGroup } from '../group'
import { deleteLinks } from './hooks/deleteLinks'
import { removeFiles } from './hooks/removeFiles'

/** Released versions of a product, with the files that client software downloads. */
export const Versions: CollectionConfig = {
  slug: 'versions',
  labels: { plural: 'Versions', singular: 'Version' },
  access: { create: isAdmin, delete: isAdmin, read: isAdmin, update: isAdmin },
  admin: {
    defaultColumns: ['version', 'product', 'releasedAt', 'isActive'],
    group: adminGroup,
    useAsTitle: 'version',
  },
  defaultSort: '-releasedAt',
  hooks: { afterDelete: [removeFiles], beforeDelete: [deleteLinks] },
  indexes: [{ fields: ['product', 'version'], unique: true }],
  fields: [
    { name: 'product', type: 'relationship', index: true, relationTo: 'products', required: true },
    {
      name: 'version',
      type: 'text',
      hooks: {
        beforeValidate: [
          ({ value }) => (typeof value === 'string' ? value.trim() : (value as undefined)),
        ],
      },
      maxLength: 64,
      required: true,
    },
    {
      name: 'releasedAt',
      label: 'Release date',
      type: 'date',
      defaultValue: () => new Date().toISOString(),
      index: true,
      required: true,
    },
    { name: 'summary', type: 'text', maxLength: 500 },
    {
      name: 'changelog',
      type: 'textarea',
      admin: { description: 'Markdown.', rows: 10 },
      maxLength: 100_000,
    },
    { name: 'mainFile', type: 'upload', relationTo: 'release-files' },
    { name: 'sqlFile', label: 'SQL file', type: 'upload', relationTo: 'release-files' },
    {
      name: 'isActive',
      label: 'Active',
      type: 'checkbox',
      admin: {
        description: 'Only active versions are offered to client software.',
        position: 'sidebar',
      },
      defaultValue: true,
    },
  ],
}
