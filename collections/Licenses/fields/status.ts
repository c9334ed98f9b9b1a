import type { TextField } from 'payload'

import { deriveStatus } from '../../../src/licensing/status'

/** Active, expired or blocked: derived at every read, never stored. */
export const statusField: TextField = {
  name: 'status',
  type: 'text',
  admin: {
    components: { Cell: 'payload-license-manager/client#LicenseStatusCell' },
    condition: (data) => Boolean(data?.id),
    disableListFilter: true,
    position: 'sidebar',
    readOnly: true,
  },
  hooks: {
    afterRead: [({ siblingData }) => deriveStatus(siblingData as never, new Date())],
  },
  virtual: true,
}
