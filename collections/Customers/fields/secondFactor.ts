import type { Field } from 'payload'

import { nobody } from '../../../access/nobody'

const systemOnly = { create: nobody, read: nobody, update: nobody }

/** The customer's authenticator app: its secret, encrypted, and the last time step that was used, so that a code works once. */
export const secondFactorFields: Field[] = [
  { name: 'totpSecret', type: 'text', access: systemOnly, hidden: true },
  { name: 'totpLastStep', type: 'number', access: systemOnly, hidden: true },
  {
    name: 'totpEnabledAt',
    label: 'Authenticator app since',
    type: 'date',
    access: { create: nobody, update: nobody },
    admin: {
      condition: (data) => Boolean(data?.totpEnabledAt),
      position: 'sidebar',
      readOnly: true,
    },
  },
]
