import type { DateField } from 'payload'

import { isAdminField } from '../../../access/isAdminField'

/**
 * When the customer's present e-mail address was confirmed. Empty means unconfirmed: licences are then
 * matched by Client ID only, never by e-mail.
 */
export const confirmedAtField: DateField = {
  name: 'confirmedAt',
  type: 'date',
  access: { create: isAdminField, update: isAdminField },
  admin: {
    date: { pickerAppearance: 'dayAndTime' },
    description:
      'When the e-mail address was confirmed. Licenses without a Client ID are matched by e-mail only once it is.',
    position: 'sidebar',
  },
}
