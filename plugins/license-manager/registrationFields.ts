import type { Field } from 'payload'

import { type NamedField, placedFields } from './hostCustomers/walk'

/** What a field of any type may have of what decides whether an account can be made without it. */
type Parts = {
  admin?: { condition?: unknown }
  defaultValue?: unknown
  required?: boolean
  type: string
  virtual?: unknown
}

/** What to do about such a field. */
export const fillHint =
  'Give it a defaultValue that is no function, or make it optional and ask for it later.'

/**
 * Whether no account could be made in the portal with this field: registrations, imports and sign-ins with other accounts write a name, an
 * address and a language, and know no other field. The default of a column is filled in by the database; a function is not.
 */
export function isUnfillable(field: NamedField): boolean {
  const { admin, defaultValue, required, type, virtual } = field as Parts
  if (!required || virtual || admin?.condition || type === 'checkbox') return false
  return defaultValue === undefined || typeof defaultValue === 'function'
}

/**
 * Ends the start where the options of the plugin add a field to the customers, or make one required, that no registration could fill.
 *
 * @param own the plugin's fields
 * @param fields what the options made of them
 * @throws Error that says what to do
 */
export function refuseUnfillable(own: readonly Field[], fields: readonly Field[]): void {
  const asked = new Set(
    placedFields(own)
      .filter(({ field }) => isUnfillable(field))
      .map(({ field, prefix }) => prefix + field.name),
  )
  const found = placedFields(fields).find(
    ({ field, prefix }) => isUnfillable(field) && !asked.has(prefix + field.name),
  )
  if (!found) return
  throw new Error(
    `licenseManager: the field ${found.field.name} of customers is required, and a registration does not ask for it. ${fillHint}`,
  )
}
