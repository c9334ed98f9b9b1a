import type { CollectionConfig } from 'payload'

import { adminOrSelf } from '../../access/adminOrSelf'
import { isAdmin, isAdminRequest } from '../../access/isAdmin'
import { nobody } from '../../access/nobody'
import { adminGroup } from '../group'
import { holdRow } from '../hooks/holdRow'
import { validateEmail } from '../validateEmail'
import { actionsField, deleteField } from './fields/actions'
import { confirmedAtField } from './fields/confirmedAt'
import { clientIdField } from './fields/clientId'
import { disabledAtField } from './fields/disabledAt'
import { importedHashField } from './fields/importedHash'
import { languageField } from './fields/language'
import { moveLicensesField } from './fields/moveLicenses'
import { secondFactorFields } from './fields/secondFactor'
import { listFields } from './fields/listFields'
import { addFigures } from './hooks/addFigures'
import { checkPassword } from './hooks/checkPassword'
import { deleteAvatar } from './hooks/deleteAvatar'
import { deleteBelongings } from './hooks/deleteBelongings'
import { endSessionsOnNewPassword } from './hooks/endSessionsOnNewPassword'
import { forgetConfirmation } from './hooks/forgetConfirmation'
import { forgetImportedHash } from './hooks/forgetImportedHash'
import { normalizeEmail } from './hooks/normalizeEmail'
import { moveLicenses } from './hooks/moveLicenses'
import { noteLogin } from './hooks/noteLogin'
import { refuseDisabled } from './hooks/refuseDisabled'
import { customerTabs } from './tabs'
import { portalSession } from './strategies/portalSession'

/** How long a session of the portal lasts without being renewed, in seconds. */
export const sessionSeconds = 24 * 60 * 60

/**
 * Customers: the people who own licences and use the portal. They are users of Payload, but never
 * administrators, and they change their account through the portal only.
 */
export const Customers: CollectionConfig = {
  slug: 'customers',
  labels: { plural: 'Customers', singular: 'Customer' },
  access: {
    admin: ({ req }) => isAdminRequest(req),
    create: isAdmin,
    delete: isAdmin,
    read: adminOrSelf,
    unlock: isAdmin,
    update: isAdmin,
  },
  admin: {
    components: {
      beforeListTable: ['payload-license-manager/client#CustomerListTools'],
      views: {
        edit: customerTabs,
        list: { Component: 'payload-license-manager/client#CustomerList' },
      },
    },
    defaultColumns: [
      'name',
      'email',
      'clientId',
      'licenseCount',
      'activeActivations',
      'createdAt',
      'lastLogin',
      'state',
    ],
    group: adminGroup,
    listSearchableFields: ['name', 'email', 'clientId'],
    useAsTitle: 'email',
  },
  auth: {
    lockTime: 10 * 60 * 1000,
    maxLoginAttempts: 10,
    removeTokenFromResponses: true,
    strategies: [portalSession],
    tokenExpiration: sessionSeconds,
    useSessions: true,
  },
  defaultSort: '-createdAt',
  hooks: {
    afterChange: [moveLicenses],
    afterDelete: [deleteAvatar],
    afterOperation: [addFigures],
    afterLogin: [noteLogin],
    beforeChange: [forgetConfirmation, endSessionsOnNewPassword, forgetImportedHash],
    beforeDelete: [deleteBelongings],
    beforeLogin: [refuseDisabled],
    beforeOperation: [holdRow('customers')],
    beforeValidate: [normalizeEmail, checkPassword],
  },
  fields: [
    {
      name: 'name',
      type: 'text',
      admin: { components: { Cell: 'payload-license-manager/client#NameCell' } },
      maxLength: 200,
      required: true,
    },
    {
      name: 'email',
      type: 'email',
      admin: { components: { Cell: 'payload-license-manager/client#CopyCell' } },
      required: true,
      unique: true,
      validate: validateEmail,
    },
    actionsField,
    clientIdField,
    moveLicensesField,
    { name: 'avatar', type: 'upload', relationTo: 'avatars' },
    confirmedAtField,
    {
      name: 'lastLogin',
      type: 'date',
      index: true,
      access: { create: () => false, update: () => false },
      admin: {
        date: { pickerAppearance: 'dayAndTime' },
        description: 'Set by every successful login to the portal.',
        position: 'sidebar',
        readOnly: true,
      },
    },
    disabledAtField,
    languageField,
    ...listFields,
    importedHashField,
    ...secondFactorFields,
    deleteField,
    {
      name: 'pendingEmail',
      label: 'New e-mail address, not confirmed yet',
      type: 'email',
      access: { create: nobody, update: nobody },
      admin: { condition: (data) => Boolean(data?.pendingEmail), readOnly: true },
      validate: validateEmail,
    },
  ],
}
