import type { DateField } from 'payload'

import { includeDay } from '../../hooks/includeDay'

/** A date until which something holds. */
export function momentField(name: string, label: string): DateField {
  return {
    name,
    label,
    type: 'date',
    // The worker looks for what ends; nobody looks for the end of support.
    index: name !== 'supportUntil',
    admin: { date: { pickerAppearance: 'dayAndTime' } },
    hooks: { beforeValidate: [includeDay] },
  }
}
