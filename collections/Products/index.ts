import { randomBytes } from 'node:crypto'

import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import type { Product } from '../../payload-types'
import { entitlementsField } from '../fields/entitlements'
import { adminGroup } from '../group'
import { deleteVersions } from './hooks/deleteVersions'
import { refuseWhileLicensed } from './hooks/refuseWhileLicensed'

/** Products that licences are issued for. Client software names them by their reference ID. */
export const Products: CollectionConfig = {
  slug: 'products',
  labels: { plural: 'Products', singular: 'Product' },
  access: { create: isAdmin, delete: isAdmin, read: isAdmin, update: isAdmin },
  admin: {
    defaultColumns: ['name', 'referenceId', 'isActive', 'createdAt'],
    group: adminGroup,
    listSearchableFields: ['name', 'referenceId', 'envatoId'],
    useAsTitle: 'name',
  },
  defaultSort: 'name',
  hooks: { beforeDelete: [refuseWhileLicensed, deleteVersions] },
  fields: [
    { name: 'name', type: 'text', index: true, maxLength: 200, required: true },
    {
      name: 'referenceId',
      label: 'Reference ID',
      type: 'text',
      admin: {
        description:
          'Client software sends it as product_id. Left empty, one is made. It never changes.',
      },
      hooks: {
        beforeValidate: [
          ({ operation, originalDoc, value }): unknown => {
            if (operation !== 'create') return (originalDoc as Product).referenceId
            const given: unknown = typeof value === 'string' ? value.trim() : value
            return given || `PRD-${randomBytes(6).toString('hex').toUpperCase()}`
          },
        ],
      },
      maxLength: 64,
      unique: true,
      validate: (value: string | null | undefined) =>
        !value ||
        /^[\w.-]+$/.test(value) ||
        'Use letters, digits, dots, hyphens and underscores only.',
    },
    { name: 'envatoId', label: 'Envato ID', type: 'text', index: true, maxLength: 64 },
    {
      name: 'description',
      type: 'textarea',
      admin: { description: 'Markdown.' },
      maxLength: 20_000,
    },
    {
      name: 'isActive',
      label: 'Active',
      type: 'checkbox',
      admin: {
        description: 'Licenses of a product that is switched off are refused.',
        position: 'sidebar',
      },
      defaultValue: true,
    },
    {
      name: 'licenseUpdate',
      label: 'Updates need a license',
      type: 'checkbox',
      admin: { position: 'sidebar' },
      defaultValue: true,
    },
    {
      name: 'serveLatestUpdates',
      label: 'Serve the latest version',
      type: 'checkbox',
      admin: {
        description:
          'Offer the latest version at once; otherwise the next one after the installed.',
        position: 'sidebar',
      },
      defaultValue: true,
    },
    entitlementsField('What each license of this product gives, unless it says otherwise itself.'),
    {
      name: 'versions',
      type: 'join',
      admin: { defaultColumns: ['version', 'releasedAt', 'isActive'] },
      collection: 'versions',
      on: 'product',
    },
  ],
}
