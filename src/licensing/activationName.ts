/** In UTF-16 units, as the column's limit is counted. */
export const longestActivationName = 120

export type ActivationNameError = 'nameInvalid' | 'nameTooLong'

/**
 * What a customer may call an activation, in the form in which it is stored. Nothing, or spaces alone, takes the name away.
 *
 * @param input anything
 */
export function readActivationName(
  input: unknown,
): { error: ActivationNameError } | { name: null | string } {
  if (typeof input !== 'string') return { error: 'nameInvalid' }
  const name = input.normalize('NFC').trim().replace(/\s+/gu, ' ')
  if (name.length > longestActivationName) return { error: 'nameTooLong' }
  // Control and direction characters make a name look like something else in lists.
  if (/[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(name)) {
    return { error: 'nameInvalid' }
  }
  return { name: name || null }
}
