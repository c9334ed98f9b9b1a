import type { Tab } from 'payload'

import { secretField } from '../../../src/secrets/secretField'

/** The rules of activation that a seller can choose. */
export const licensingTab: Tab = {
  label: 'Activation',
  fields: [
    {
      name: 'freeDevelopmentHosts',
      label: 'Development and staging hosts take no slot',
      type: 'checkbox',
      defaultValue: false,
    },
    {
      name: 'developmentHosts',
      label: 'Further development and staging hosts',
      type: 'text',
      admin: {
        description:
          'With * wildcards, such as staging.*. Press Enter after each. localhost, private addresses, *.test, *.local and *.localhost always count.',
      },
      defaultValue: ['staging.*', 'dev.*'],
      hasMany: true,
    },
    {
      name: 'certificateDays',
      label: 'License certificates hold for days',
      type: 'number',
      admin: {
        description:
          'Software that runs offline needs a new one then. A blocked license goes on offline for as long. Empty: as long as the license.',
        step: 1,
      },
      defaultValue: 90,
      max: 3660,
      min: 1,
    },
    {
      name: 'slotReleasesPerMonth',
      label: 'Slots that a customer frees by a mailed link, per license and month',
      type: 'number',
      admin: {
        description:
          'For customers who have lost the old machine: no login is needed. 0: never; the page is off.',
        step: 1,
      },
      defaultValue: 3,
      max: 1000,
      min: 0,
      required: true,
    },
    secretField({
      description:
        'With it, purchase codes of your items are looked up at Envato when software activates with verify_type envato. Kept encrypted and never shown again.',
      label: 'Envato personal token',
      name: 'envatoPersonalToken',
    }),
  ],
}
