import type { Tab } from 'payload'

/** Limits of the licensing API. */
export const apiTab: Tab = {
  label: 'API',
  fields: [
    {
      name: 'rateLimitPerMinute',
      label: 'Requests per minute',
      type: 'number',
      admin: { step: 1 },
      defaultValue: 3000,
      max: 1_000_000,
      min: 1,
      required: true,
    },
    {
      name: 'rateLimitBy',
      label: 'Counted by',
      type: 'select',
      defaultValue: 'ip',
      options: [
        { label: 'IP address', value: 'ip' },
        { label: 'API key', value: 'key' },
        { label: 'IP address and API key', value: 'both' },
      ],
      required: true,
    },
  ],
}
