import type { Tab } from 'payload'

import { mailTemplates } from '../../../src/emails/types'
import { parseWarningDays } from '../../../src/licensing/warningDays'

/** Which mails customers get of their licences. */
export const mailsTab: Tab = {
  label: 'Mails',
  fields: [
    {
      name: 'expiryWarnings',
      label: 'Warn before a license expires',
      type: 'checkbox',
      admin: {
        description: "To the customer, or to the license's address where it has no customer.",
      },
      defaultValue: false,
    },
    {
      name: 'expiryWarningDays',
      label: 'Days before',
      type: 'text',
      admin: { description: 'Whole numbers from 1 to 365, such as 30,7,1.' },
      defaultValue: '30,7,1',
      maxLength: 100,
      validate: (value: string | null | undefined) =>
        parseWarningDays(value ?? '') !== null ||
        'Enter whole numbers from 1 to 365 with commas between them, such as 30,7,1.',
    },
    {
      name: 'mailTemplates',
      type: 'ui',
      admin: {
        components: {
          Field: {
            clientProps: { templates: mailTemplates },
            path: 'payload-license-manager/client#MailTemplates',
          },
        },
      },
    },
  ],
}
