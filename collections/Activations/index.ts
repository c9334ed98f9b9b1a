import type { CollectionConfig, Field } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { isAdminField } from '../../access/isAdminField'
import { nobody } from '../../access/nobody'
import { ownActivations } from '../../access/ownActivations'
import { adminGroup } from '../group'
import { momentOf } from '../fields/moment'
import { applySlotRules } from './hooks/applySlotRules'
import { tellDeleted, tellSwitchedOff } from './hooks/tellEnded'

const recorded = { create: () => false, update: () => false }

/** What an activation recorded when it was made or last seen; nobody edits it afterwards. */
const record = (field: Field): Field =>
  ({
    ...field,
    access: { ...recorded },
    admin: { ...('admin' in field ? field.admin : {}), readOnly: true },
  }) as Field

/**
 * Activations: installations that run under a licence. Client software makes them through the licensing API, which
 * keeps the licence's limit; administrators switch them off and on again and delete them.
 */
export const Activations: CollectionConfig = {
  slug: 'activations',
  labels: { plural: 'Activations', singular: 'Activation' },
  access: { create: nobody, delete: isAdmin, read: ownActivations, update: isAdmin },
  admin: {
    defaultColumns: ['domain', 'product', 'licenseCode', 'ip', 'isActive', 'activatedAt'],
    group: adminGroup,
    // What has an index of trigrams; licences and customers are found in their own lists, and have their activations beside them.
    listSearchableFields: ['domain'],
    useAsTitle: 'domain',
  },
  defaultSort: '-activatedAt',
  disableDuplicate: true,
  hooks: {
    afterChange: [tellSwitchedOff],
    beforeChange: [applySlotRules],
    beforeDelete: [tellDeleted],
  },
  indexes: [{ fields: ['license', 'isActive', 'domain'] }],
  fields: [
    record({
      name: 'license',
      type: 'relationship',
      index: true,
      relationTo: 'licenses',
      required: true,
    }),
    record({
      name: 'product',
      type: 'relationship',
      index: true,
      relationTo: 'products',
      required: true,
    }),
    record({ name: 'licenseCode', type: 'text', index: true, required: true }),
    record({ name: 'customerId', label: 'Client ID', type: 'text', index: true }),
    {
      name: 'name',
      type: 'text',
      admin: { description: 'The name that the customer gave it.' },
      maxLength: 120,
    },
    record({ name: 'clientName', type: 'text' }),
    record({ name: 'url', label: 'URL', type: 'text' }),
    record({ name: 'domain', type: 'text', index: true }),
    record({
      name: 'fingerprint',
      type: 'text',
      admin: { description: 'The device, as the software tells devices apart.' },
      index: true,
    }),
    record({ name: 'ip', label: 'IP address', type: 'text', index: true }),
    record({ name: 'userAgent', type: 'textarea' }),
    record({
      name: 'environment',
      type: 'select',
      defaultValue: 'production',
      options: ['production', 'staging', 'development'],
      required: true,
    }),
    record(momentOf({ name: 'activatedAt', index: true, required: true })),
    record(momentOf({ name: 'lastSeenAt', required: true })),
    {
      name: 'isActive',
      label: 'Active',
      type: 'checkbox',
      access: { create: isAdminField, update: isAdminField },
      admin: {
        description: 'An active installation takes a slot of its license.',
        position: 'sidebar',
      },
      defaultValue: true,
    },
    {
      name: 'isValid',
      label: 'Valid',
      type: 'checkbox',
      access: { create: isAdminField, update: isAdminField },
      admin: {
        description:
          'Not valid: this installation is refused, though it keeps its slot while active.',
        position: 'sidebar',
      },
      defaultValue: true,
    },
    record(momentOf({ name: 'deactivatedAt', admin: { position: 'sidebar' } })),
    record({
      name: 'deactivatedBy',
      type: 'select',
      admin: { position: 'sidebar' },
      options: ['client', 'customer', 'admin', 'system'],
    }),
    record({
      name: 'freedByLink',
      label: 'Freed by a link',
      type: 'checkbox',
      admin: { position: 'sidebar' },
      defaultValue: false,
    }),
  ],
}
