import type { UIField } from 'payload'

/** What administrators do to an account, at the top of its sidebar. */
export const actionsField: UIField = {
  name: 'actions',
  type: 'ui',
  admin: {
    components: { Field: '/src/admin/customer/CustomerActions#CustomerActions' },
    disableListColumn: true,
    position: 'sidebar',
  },
}
