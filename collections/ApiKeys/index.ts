import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { nobody } from '../../access/nobody'
import { adminGroup } from '../group'
import { includeDay } from '../hooks/includeDay'
import { issueKey } from './hooks/issueKey'
import { showKeyOnce } from './hooks/showKeyOnce'

/**
 * Keys of the licensing API. Only a hash and the first characters are stored; the key itself is in the answer to the
 * request that makes it and nowhere else.
 */
export const ApiKeys: CollectionConfig = {
  slug: 'api-keys',
  labels: { plural: 'API keys', singular: 'API key' },
  access: { create: isAdmin, delete: isAdmin, read: isAdmin, update: isAdmin },
  admin: {
    defaultColumns: ['name', 'kind', 'prefix', 'expiresAt', 'isRevoked'],
    group: adminGroup,
    useAsTitle: 'name',
  },
  disableDuplicate: true,
  hooks: { afterChange: [showKeyOnce], beforeChange: [issueKey] },
  fields: [
    {
      name: 'reveal',
      type: 'ui',
      admin: {
        components: { Field: 'payload-license-manager/client#NewApiKey' },
        disableListColumn: true,
      },
    },
    { name: 'name', type: 'text', maxLength: 200, required: true },
    {
      name: 'kind',
      type: 'select',
      access: { update: nobody },
      admin: { description: 'External: client software. Internal: shop back ends.' },
      defaultValue: 'external',
      options: [
        { label: 'External', value: 'external' },
        { label: 'Internal', value: 'internal' },
      ],
      required: true,
    },
    {
      name: 'expiresAt',
      type: 'date',
      admin: { date: { pickerAppearance: 'dayAndTime' }, description: 'Empty: never.' },
      hooks: { beforeValidate: [includeDay] },
    },
    {
      name: 'isRevoked',
      label: 'Revoked',
      type: 'checkbox',
      admin: { description: 'A revoked key is refused within seconds.', position: 'sidebar' },
      defaultValue: false,
    },
    {
      name: 'prefix',
      type: 'text',
      access: { create: nobody, update: nobody },
      admin: { position: 'sidebar', readOnly: true },
    },
    {
      name: 'keyHash',
      type: 'text',
      access: { create: nobody, read: nobody, update: nobody },
      admin: { disabled: true },
      hidden: true,
      index: true,
      unique: true,
    },
  ],
}
