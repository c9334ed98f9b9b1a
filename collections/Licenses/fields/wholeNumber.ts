import type { NumberField } from 'payload'

/** A limit: a whole number from 1, or empty for no limit. */
export function wholeNumberField(name: string, label: string, description: string): NumberField {
  return {
    name,
    label,
    type: 'number',
    admin: { description: `${description} Empty: no limit.`, step: 1 },
    max: 1_000_000,
    min: 1,
    validate: (value: number | null | undefined) => {
      if (value === null || value === undefined) return true
      return (
        (Number.isInteger(value) && value >= 1 && value <= 1_000_000) ||
        'Enter a whole number from 1 to 1,000,000, or leave it empty for no limit.'
      )
    },
  }
}
