import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { isAdminField } from '../../access/isAdminField'
import { ownLicenses } from '../../access/ownLicenses'
import { entitlementsField } from '../fields/entitlements'
import { adminGroup } from '../group'
import { validateEmail } from '../validateEmail'
import { codeField, codeKeyField } from './fields/code'
import { momentField } from './fields/moment'
import { patternListField } from './fields/patternList'
import { statusField } from './fields/status'
import { wholeNumberField } from './fields/wholeNumber'
import { alignActivations } from './hooks/alignActivations'
import { deleteActivations } from './hooks/deleteActivations'
import { fillCode } from './hooks/fillCode'
import { keepStartedValidity } from './hooks/keepStartedValidity'
import { normalizeOwner } from './hooks/normalizeOwner'

/** Licences: the right of a customer to run a product on a number of installations for a time. */
export const Licenses: CollectionConfig = {
  slug: 'licenses',
  labels: { plural: 'Licenses', singular: 'License' },
  access: { create: isAdmin, delete: isAdmin, read: ownLicenses, update: isAdmin },
  admin: {
    components: {
      beforeListTable: ['payload-license-manager/client#LicenseListTools'],
      views: {
        edit: {
          activations: {
            Component: 'payload-license-manager/rsc#LicenseActivationsTab',
            path: '/activations',
            tab: { href: '/activations', label: ({ t }) => t('licenseManager:activations') },
          },
        },
      },
    },
    defaultColumns: ['code', 'product', 'customerId', 'email', 'status', 'expiresAt'],
    group: adminGroup,
    listSearchableFields: ['code', 'customerId', 'email', 'invoice'],
    useAsTitle: 'code',
  },
  defaultSort: '-createdAt',
  hooks: {
    afterChange: [alignActivations],
    beforeChange: [keepStartedValidity],
    beforeDelete: [deleteActivations],
    beforeValidate: [fillCode, normalizeOwner],
  },
  fields: [
    statusField,
    {
      name: 'actions',
      type: 'ui',
      admin: {
        components: { Field: 'payload-license-manager/client#LicenseActions' },
        disableListColumn: true,
        position: 'sidebar',
      },
    },
    {
      name: 'delivery',
      type: 'ui',
      admin: {
        components: { Field: 'payload-license-manager/client#DeliverLicense' },
        disableListColumn: true,
        position: 'sidebar',
      },
    },
    { name: 'product', type: 'relationship', index: true, relationTo: 'products', required: true },
    codeField,
    codeKeyField,
    {
      name: 'type',
      type: 'select',
      defaultValue: 'perpetual',
      options: [
        { label: 'Perpetual', value: 'perpetual' },
        { label: 'Subscription', value: 'subscription' },
        { label: 'Trial', value: 'trial' },
        { label: 'Lifetime', value: 'lifetime' },
      ],
      required: true,
    },
    {
      type: 'row',
      fields: [
        {
          name: 'customerId',
          label: 'Client ID',
          type: 'text',
          admin: {
            description: "The customer's Client ID. Left empty, the customer is found by e-mail.",
          },
          index: true,
          maxLength: 255,
        },
        { name: 'email', type: 'email', index: true, validate: validateEmail },
        { name: 'invoice', type: 'text', index: true, maxLength: 255 },
      ],
    },
    {
      type: 'row',
      fields: [
        wholeNumberField('parallelUses', 'Parallel uses', 'Active installations at one time.'),
        wholeNumberField('totalUses', 'Total uses', 'Activations over the whole life.'),
        wholeNumberField(
          'expirationDays',
          'Days of validity',
          'Counted from the first activation.',
        ),
      ],
    },
    {
      type: 'row',
      fields: [
        momentField('expiresAt', 'Expires at'),
        momentField('updatesUntil', 'Updates until'),
        momentField('supportUntil', 'Support until'),
      ],
    },
    patternListField('domains', 'Domains', 'Only these may activate, such as *.example.com.'),
    patternListField('ips', 'IP addresses', 'Only these may activate, such as 10.0.0.*.'),
    entitlementsField("In place of the product's entitlements of the same name."),
    {
      name: 'comments',
      type: 'textarea',
      access: { create: isAdminField, read: isAdminField, update: isAdminField },
      admin: { description: 'Only administrators see them.' },
      maxLength: 10_000,
    },
    {
      name: 'isValid',
      label: 'Valid',
      type: 'checkbox',
      admin: { description: 'Not valid means blocked.', position: 'sidebar' },
      defaultValue: true,
    },
    {
      name: 'isEnvato',
      label: 'Envato purchase',
      type: 'checkbox',
      admin: { position: 'sidebar' },
      defaultValue: false,
    },
    {
      name: 'activations',
      type: 'join',
      admin: { defaultColumns: ['domain', 'ip', 'isActive', 'activatedAt'] },
      collection: 'activations',
      on: 'license',
    },
  ],
}
