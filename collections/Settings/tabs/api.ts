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
    {
      name: 'atLimit',
      label: 'When all slots are taken',
      type: 'select',
      defaultValue: 'refuse',
      options: [
        { label: 'Refuse the new activation', value: 'refuse' },
        { label: 'Deactivate the oldest one', value: 'replaceOldest' },
      ],
      required: true,
    },
    {
      name: 'recordFailedAttempts',
      label: 'Record failed attempts',
      type: 'checkbox',
      defaultValue: true,
    },
    {
      name: 'blacklistDomainAfter',
      label: 'Blacklist a domain after this many failed attempts',
      type: 'number',
      admin: { description: '0: never.', step: 1 },
      defaultValue: 0,
      max: 100_000,
      min: 0,
      required: true,
    },
    {
      name: 'blacklistIpAfter',
      label: 'Blacklist an IP address after this many failed attempts',
      type: 'number',
      admin: { description: '0: never.', step: 1 },
      defaultValue: 0,
      max: 100_000,
      min: 0,
      required: true,
    },
    {
      name: 'blacklist',
      type: 'ui',
      admin: { components: { Field: 'payload-license-manager/rsc#BlacklistField' } },
    },
    {
      name: 'trustedProxies',
      label: 'Trusted reverse proxies',
      type: 'number',
      admin: {
        description:
          'How many stand in front and append to X-Forwarded-For. Empty: as TRUST_PROXY says. Too many lets callers choose their address. For the bundled server; an app with another one has an option of the plugin.',
        step: 1,
      },
      max: 10,
      min: 0,
    },
    {
      name: 'activityLogDays',
      label: 'Keep the activity log for days',
      type: 'number',
      admin: { step: 1 },
      defaultValue: 365,
      max: 36_500,
      min: 31,
      required: true,
    },
  ],
}
