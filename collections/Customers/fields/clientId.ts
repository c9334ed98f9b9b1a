import { randomUUID } from 'node:crypto'

import type { TextField } from 'payload'

import { isAdminField } from '../../../access/isAdminField'

/**
 * The customer's Client ID, which licences and shop orders refer to. A UUID when left empty on creation;
 * never empty afterwards. Customers cannot choose or change it.
 */
export const clientIdField: TextField = {
  name: 'clientId',
  label: 'Client ID',
  type: 'text',
  access: { create: isAdminField, update: isAdminField },
  admin: {
    components: { Cell: 'payload-license-manager/client#CopyCell' },
    description: 'Licenses are linked to the customer by this ID. Left empty, one is made.',
  },
  hooks: {
    beforeValidate: [
      ({ operation, originalDoc, value }): unknown => {
        const given: unknown = typeof value === 'string' ? value.trim() : value
        if (given) return given
        if (operation === 'create') return randomUUID()
        return (originalDoc as { clientId?: string } | undefined)?.clientId
      },
    ],
  },
  index: true,
  maxLength: 255,
  // Filled by the hook above, so that it is required of the database, not of whoever writes.
  required: false,
  unique: true,
}
