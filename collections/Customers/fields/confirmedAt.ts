import type { DateField } from 'payload'

import { isAdminField } from '../../../access/isAdminField'

/**
 * When the customer's present e-mail address was confirmed. Empty means unconfirmed: licences are then
 * matched by Client ID only, never by e-mail.
 */
export const confirmedAtField: DateField = {
  name: 'confirmedAt',
  type: 'date',
  index: true,
  access: { create: isAdminField, update: isAdminField },
  admin: {
    date: { pickerAppearance: 'dayAndTime' },
    description:
      'Until the e-mail address is confirmed, no license is matched by it, and the customer cannot log in where Settings ask for confirmation.',
    position: 'sidebar',
  },
}
