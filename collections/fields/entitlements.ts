import type { ArrayField } from 'payload'

import { entitlementError } from '../../src/licensing/entitlements'

const kinds = [
  { label: 'Feature', value: 'flag' },
  { label: 'Number', value: 'number' },
  { label: 'Text', value: 'text' },
]

/** Named values that client software reads from a licence: what is switched on, and how much of it. */
export function entitlementsField(description: string): ArrayField {
  return {
    name: 'entitlements',
    label: 'Entitlements',
    labels: { plural: 'Entitlements', singular: 'Entitlement' },
    type: 'array',
    admin: { description, initCollapsed: true },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'name',
            type: 'text',
            maxLength: 64,
            required: true,
            validate: (value: null | string | undefined) =>
              /^[a-z][\w.-]*$/i.test(value ?? '') ||
              'Begin with a letter; use letters, digits, dots, hyphens and underscores only.',
          },
          { name: 'kind', type: 'select', defaultValue: 'flag', options: kinds, required: true },
          {
            name: 'value',
            type: 'text',
            admin: { description: 'A feature: true or false.' },
            defaultValue: 'true',
            maxLength: 1000,
            required: true,
            validate: (
              value: null | string | undefined,
              { siblingData }: { siblingData: unknown },
            ) => entitlementError({ ...(siblingData as object), value: value ?? '' }) ?? true,
          },
        ],
      },
    ],
    maxRows: 100,
    validate: (rows) => {
      const names = (Array.isArray(rows) ? rows : []).map(
        (row) => (row as { name?: string }).name ?? '',
      )
      return new Set(names).size === names.length || 'Each name can be given once only.'
    },
  }
}
