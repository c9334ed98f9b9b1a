import type { TextField } from 'payload'

import { nobody } from '../../../access/nobody'

/** The bcrypt hash of an imported customer's password, until the first login with it replaces it by one of our own. */
export const importedHashField: TextField = {
  name: 'importedHash',
  type: 'text',
  access: { create: nobody, read: nobody, update: nobody },
  admin: { disabled: true },
  hidden: true,
  maxLength: 100,
}
