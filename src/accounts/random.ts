import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, as text that stands in links and cookies unescaped. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

/** The form in which tokens are stored and looked up. Enough for random values; passwords need more. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
