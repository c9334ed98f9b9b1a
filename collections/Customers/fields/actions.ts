import type { UIField } from 'payload'

/** What administrators do to an account, at the top of its sidebar. */
export const actionsField: UIField = {
  name: 'actions',
  type: 'ui',
  admin: {
    components: { Field: 'payload-license-manager/client#CustomerActions' },
    disableListColumn: true,
    position: 'sidebar',
  },
}

/** The deletion, at the end of the sidebar. */
export const deleteField: UIField = {
  name: 'deletion',
  type: 'ui',
  admin: {
    components: { Field: 'payload-license-manager/client#DeleteCustomer' },
    disableListColumn: true,
    position: 'sidebar',
  },
}
