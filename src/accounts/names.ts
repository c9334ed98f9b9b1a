/** Why a name is not accepted. */
export type NameError = 'nameInvalid' | 'nameMissing' | 'nameTooLong'

export const longestName = 200

/** The name in the form in which it is stored, or why it is not accepted. */
export function validateName(input: unknown): { error: NameError } | { name: string } {
  if (typeof input !== 'string') return { error: 'nameMissing' }
  const name = input.normalize('NFC').trim().replace(/\s+/gu, ' ')
  if (!name) return { error: 'nameMissing' }
  if (Array.from(name).length > longestName) return { error: 'nameTooLong' }
  // Control and direction characters make a name look like something else in lists and e-mails.
  if (/[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(name)) {
    return { error: 'nameInvalid' }
  }
  // Anybody may register with somebody else's address: the mail that goes there is not to carry a stranger's link.
  if (/:\/\/|\bwww\./i.test(name)) return { error: 'nameInvalid' }
  return { name }
}
