import type { DateField } from 'payload'

import { inclusiveEnd } from '../../../src/licensing/dates'

/**
 * A date until which something holds. A bare day such as `2027-01-31` includes that day: it is stored as its last
 * millisecond in UTC.
 */
export function momentField(name: string, label: string): DateField {
  return {
    name,
    label,
    type: 'date',
    // The worker looks for what ends; nobody looks for the end of support.
    index: name !== 'supportUntil',
    admin: { date: { pickerAppearance: 'dayAndTime' } },
    hooks: {
      beforeValidate: [
        ({ value }) => {
          if (value === '' || value === null) return null
          return typeof value === 'string' ? inclusiveEnd(value) : (value as undefined)
        },
      ],
    },
  }
}
