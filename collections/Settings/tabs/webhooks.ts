import type { Tab } from 'payload'

import { secretField } from '../../../src/secrets/secretField'
import { eventLabel } from '../../ActivityLog/values'
import { webhookEvents } from '../../WebhookDeliveries/events'
import { parseUrl } from '../../../src/text/parseUrl'

/** Where other systems are told of what happens. */
export const webhooksTab: Tab = {
  label: 'Webhooks',
  fields: [
    {
      name: 'webhookUrls',
      label: 'Addresses',
      type: 'text',
      admin: {
        description:
          'Each event is sent to all of them. They begin with https://. Press Enter after each.',
      },
      hasMany: true,
      maxLength: 2000,
      maxRows: 10,
      validate: (
        value: null | string | string[] | undefined,
        { siblingData }: { siblingData: unknown },
      ) => {
        const urls = [value ?? []].flat()
        if (!urls.every(isSecureUrl)) {
          return 'Enter addresses that begin with https:// and hold no user name.'
        }
        const { webhookSecret } = siblingData as { webhookSecret?: null | string }
        return (
          urls.length === 0 ||
          Boolean(webhookSecret) ||
          'Enter a secret below: messages are signed.'
        )
      },
    },
    secretField({
      description:
        'Signs each message, so that the receiver knows it is from here. Kept encrypted and never shown again.',
      label: 'Secret',
      name: 'webhookSecret',
    }),
    {
      name: 'webhookEvents',
      label: 'Events',
      type: 'select',
      admin: { description: 'Empty: all of them.' },
      hasMany: true,
      options: webhookEvents.map((value) => ({ label: eventLabel(value), value })),
    },
  ],
}

function isSecureUrl(value: string): boolean {
  const url = parseUrl(value)
  return url?.protocol === 'https:' && !url.username && !url.password
}
