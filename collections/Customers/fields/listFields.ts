import type { Field } from 'payload'

import { isAdminField } from '../../../access/isAdminField'

const adminsRead = { read: isAdminField }
const inListsOnly = {
  condition: () => false,
  disableBulkEdit: true,
  disableListFilter: true,
} as const

/** What lists of customers show beside what is stored. A hook fills them in for administrators. */
export const listFields: Field[] = [
  {
    name: 'licenseCount',
    label: 'Licenses',
    type: 'number',
    access: adminsRead,
    admin: inListsOnly,
    virtual: true,
  },
  {
    name: 'activeActivations',
    type: 'number',
    access: adminsRead,
    admin: inListsOnly,
    virtual: true,
  },
  {
    name: 'avatarFile',
    type: 'text',
    access: adminsRead,
    admin: { disabled: true },
    virtual: true,
  },
  {
    name: 'state',
    type: 'ui',
    admin: {
      components: { Cell: 'payload-license-manager/client#StateCell' },
      condition: () => false,
    },
    label: 'State',
  },
]
