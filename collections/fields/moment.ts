import type { DateField } from 'payload'

/** A moment, which the admin panel shows to the minute. */
export function momentOf(field: Omit<DateField, 'type'>): DateField {
  const { admin, ...rest } = field
  return {
    ...rest,
    type: 'date',
    admin: { ...admin, date: { pickerAppearance: 'dayAndTime' } },
  }
}
