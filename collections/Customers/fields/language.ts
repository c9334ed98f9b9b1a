import type { SelectField } from 'payload'

import { isAdminField } from '../../../access/isAdminField'

/** The languages of the portal and of mails. */
export const customerLanguages = ['en', 'de'] as const

export type CustomerLanguage = (typeof customerLanguages)[number]

/** In which language the customer reads portal and mails. Empty: the portal follows the browser, mails are in English. */
export const languageField: SelectField = {
  name: 'language',
  type: 'select',
  access: { create: isAdminField, update: isAdminField },
  admin: {
    description: 'Of mails and of the portal. Empty: the portal follows the browser.',
    position: 'sidebar',
  },
  options: [
    { label: 'English', value: 'en' },
    { label: 'Deutsch', value: 'de' },
  ],
}
