import type { CheckboxField } from 'payload'

import { isAdminField } from '../../../access/isAdminField'

/** Asked for where the Client ID is changed: whether the licences that carry the old one get the new one. Not stored. */
export const moveLicensesField: CheckboxField = {
  name: 'moveLicenses',
  type: 'checkbox',
  access: { create: isAdminField, read: isAdminField, update: isAdminField },
  admin: {
    components: { Field: 'payload-license-manager/client#MoveLicenses' },
    disableBulkEdit: true,
    disableListColumn: true,
    disableListFilter: true,
  },
  virtual: true,
}
