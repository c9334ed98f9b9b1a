import type { Tab } from 'payload'

import { codeFormatError, defaultCodeFormat } from '../../../src/licensing/codes'
import { parseUrl } from '../../../src/text/parseUrl'

/** Only web addresses: a `javascript:` link would run in the customer's session. */
function isWebUrl(value: string): boolean {
  return ['http:', 'https:'].includes(parseUrl(value)?.protocol ?? '')
}

/** What customers see and can do in the portal, and the form of licence codes. */
export const generalTab: Tab = {
  label: 'General',
  fields: [
    {
      name: 'enableLicensesPage',
      label: 'Enable Licenses page',
      type: 'checkbox',
      admin: { description: 'Show the Licenses page in the customer portal.' },
      defaultValue: true,
    },
    {
      name: 'enableActivationsPage',
      label: 'Enable Activations page',
      type: 'checkbox',
      admin: { description: 'Show the Activations page in the customer portal.' },
      defaultValue: true,
    },
    {
      name: 'allowCustomerDeactivation',
      label: 'Allow customers to deactivate activations',
      type: 'checkbox',
      admin: { description: 'When disabled, only admins can deactivate activations.' },
      defaultValue: true,
    },
    {
      name: 'allowClaiming',
      label: 'Allow customers to add licenses by their code',
      type: 'checkbox',
      admin: {
        description:
          'Whoever has the code of a license without an owner can make it theirs. The holder is told by e-mail.',
      },
      defaultValue: false,
    },
    {
      name: 'allowDownloads',
      label: 'Allow customers to download files',
      type: 'checkbox',
      defaultValue: true,
    },
    {
      name: 'expiredDownloads',
      label: 'Files for expired licenses',
      type: 'select',
      defaultValue: 'own',
      options: [
        { label: 'Versions that were released before the license expired', value: 'own' },
        { label: 'None', value: 'none' },
      ],
      admin: {
        description:
          'With the files goes the certificate, as a record: software takes it as expired.',
      },
      required: true,
    },
    {
      name: 'blockedDownloads',
      label: 'Files for blocked licenses',
      type: 'checkbox',
      admin: {
        description:
          'Off: customers download nothing for a blocked license. On: its certificate as well, as a record that no software runs with.',
      },
      defaultValue: false,
    },
    {
      name: 'getMoreLicensesUrl',
      label: 'Get More Licenses URL',
      type: 'text',
      admin: {
        description:
          'Address of the "Get More Licenses" button on the Licenses page. Leave empty to hide the button.',
      },
      maxLength: 2000,
      validate: (value: string | null | undefined) =>
        !value || isWebUrl(value) || 'Enter an address that begins with https:// or http://.',
    },
    {
      name: 'allowRegistration',
      label: 'Allow customers to register',
      type: 'checkbox',
      defaultValue: true,
    },
    {
      name: 'requireEmailVerification',
      label: 'Require e-mail verification',
      type: 'checkbox',
      admin: { description: 'New customers confirm their e-mail address before they can log in.' },
      defaultValue: true,
    },
    {
      name: 'licenseCodeFormat',
      label: 'License code format',
      type: 'text',
      admin: {
        description:
          'X stands for a letter or digit, A for a letter, 9 for a digit; {uuid} makes a UUID; all else is kept. At least 128 random bits.',
      },
      defaultValue: defaultCodeFormat,
      maxLength: 120,
      required: true,
      validate: (value: string | null | undefined) => codeFormatError(value ?? '') ?? true,
    },
    {
      name: 'caseInsensitiveCodes',
      label: 'Ignore upper and lower case in license codes',
      type: 'checkbox',
      defaultValue: true,
    },
  ],
}
