import type { DateField } from 'payload'

import { nobody } from '../../../access/nobody'

/** Since when the account is disabled. Changed by the actions of the customer's page, which end the sessions as well. */
export const disabledAtField: DateField = {
  name: 'disabledAt',
  type: 'date',
  index: true,
  access: { create: nobody, update: nobody },
  admin: {
    condition: (data) => Boolean(data?.disabledAt),
    date: { pickerAppearance: 'dayAndTime' },
    description: 'The customer cannot log in until the account is enabled again.',
    position: 'sidebar',
    readOnly: true,
  },
}
