import { randomInt, randomUUID } from 'node:crypto'

/** The default format of licence codes: 28 random characters, 140 bits. */
export const defaultCodeFormat = 'XXXXXXX-XXXXXXX-XXXXXXX-XXXXXXX'

const letters = 'ABCDEFGHJKMNPQRSTVWXYZ'
const digits = '0123456789'
const minimumBits = 128
const longestCode = 255

/** Without I, L, O and U, which are misread: 32 characters, 5 bits each. (Crockford's Base32) */
const alphabets: Record<string, string> = { '9': digits, A: letters, X: digits + letters }
const uuidMark = '{uuid}'
const uuidLength = 36

/**
 * Makes a licence code from a cryptographically secure source.
 *
 * @param format X: letter or digit, A: letter, 9: digit, `{uuid}`: a UUID; everything else stands for itself
 */
export function generateLicenseCode(format: string): string {
  return format
    .split(uuidMark)
    .map((part) => part.replace(/[X9A]/g, (mark) => randomCharacter(alphabets[mark] as string)))
    .reduce((code, part) => `${code}${randomUUID()}${part}`)
}

/**
 * What is wrong with a format, or null: its codes must hold at least 128 random bits, so that they cannot be guessed. A UUID
 * counts as enough, though it holds 122.
 */
export function codeFormatError(format: string): null | string {
  if (format.trim() !== format || format.length === 0) {
    return 'Enter a format that neither begins nor ends with a space.'
  }
  const marks = format.split(uuidMark).length - 1
  if (format.length + marks * (uuidLength - uuidMark.length) > longestCode) {
    return `Codes of this format are longer than ${longestCode} characters.`
  }
  if (format.includes(uuidMark) || randomBits(format) >= minimumBits) return null
  return 'Codes of this format can be guessed. Use at least 26 times X, or {uuid}.'
}

/** What codes are looked up and kept unique by: trimmed, Unicode NFKC, lower case. */
export function codeKey(code: string): string {
  return code.normalize('NFKC').trim().toLowerCase()
}

function randomBits(format: string): number {
  return [...format]
    .map((mark) => Math.log2(alphabets[mark]?.length ?? 1))
    .reduce((sum, bits) => sum + bits, 0)
}

function randomCharacter(alphabet: string): string {
  return alphabet[randomInt(alphabet.length)] as string
}
