/** How many characters at the end stay readable, so that people can tell their codes apart. */
const readable = 4

/**
 * The code with its characters hidden but for the last ones; separators stay, so that its shape does. Of a short code at
 * most a quarter is readable.
 */
export function maskCode(code: string): string {
  const characters = Array.from(code)
  const hidden = characters.filter(isSecret).length - readableCount(code)
  let seen = 0
  return characters
    .map((character) => (isSecret(character) && ++seen <= hidden ? '•' : character))
    .join('')
}

/** The readable end of a code, for labels: `7Q2K`. */
export function codeEnding(code: string): string {
  const secret = Array.from(code).filter(isSecret)
  return secret.slice(secret.length - readableCount(code)).join('')
}

function readableCount(code: string): number {
  return Math.min(readable, Math.floor(Array.from(code).filter(isSecret).length / 4))
}

function isSecret(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character)
}
