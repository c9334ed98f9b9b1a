import type { Tab } from 'payload'
import { parseUrl } from '../../../src/text/parseUrl'

/** The name, colours and address under which customers know the seller, in the portal and in mails. */
export const brandTab: Tab = {
  label: 'Brand',
  fields: [
    {
      name: 'productName',
      label: 'Name',
      type: 'text',
      admin: { description: 'Stands in the portal and in every mail.' },
      defaultValue: 'License Manager',
      maxLength: 80,
      required: true,
    },
    {
      name: 'brandColor',
      label: 'Colour',
      type: 'text',
      admin: { description: 'Of buttons in mails, as #rrggbb.' },
      defaultValue: '#3538cd',
      maxLength: 7,
      required: true,
      validate: (value: string | null | undefined) =>
        /^#[0-9a-f]{6}$/i.test(value ?? '') || 'Enter a colour such as #3538cd.',
    },
    {
      name: 'logoUrl',
      label: 'Logo',
      type: 'text',
      admin: {
        description: 'Address of an image that mail programs can load. Empty: the name as text.',
      },
      maxLength: 2000,
      validate: (value: string | null | undefined) =>
        !value ||
        parseUrl(value)?.protocol === 'https:' ||
        'Enter an address that begins with https://.',
    },
    {
      name: 'supportEmail',
      label: 'Support address',
      type: 'email',
      admin: { description: 'Where customers can write to; answers to mails go there.' },
    },
  ],
}
