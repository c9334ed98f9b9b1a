import { guessability } from './guessability'

/** Why a password is not accepted. */
export type PasswordError =
  'passwordGuessable' | 'passwordMissing' | 'passwordTooLong' | 'passwordTooShort'

/** In characters; longer ones only cost time to hash. ASVS 5.0, 6.2.9 asks for at least 64. */
export const longestPassword = 128

/** The shortest length that a setting can ask for (ASVS 5.0, 6.2.1). */
const lowestMinimum = 8

/** Below this score, of 0 to 4, a password is on the lists that are tried first, or made of words that are known here. */
const lowestScore = 2

type Context = {
  /** What belongs to the account and the seller: name, e-mail address, product name. */
  knownWords: readonly string[]
  /** From the settings. */
  minLength: number
}

/**
 * Whether a password may be used: long enough, and neither a breached or common one nor made of what is known about the account. Any
 * characters will do.
 *
 * @returns null when it may
 */
export function passwordError(
  input: unknown,
  { knownWords, minLength }: Context,
): null | PasswordError {
  if (typeof input !== 'string' || !input.trim()) return 'passwordMissing'
  const { length } = Array.from(input)
  if (length < Math.max(lowestMinimum, minLength)) return 'passwordTooShort'
  if (length > longestPassword) return 'passwordTooLong'
  return guessability(input, knownWords) < lowestScore ? 'passwordGuessable' : null
}
