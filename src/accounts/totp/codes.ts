import { randomBytes } from 'node:crypto'

import { Secret, TOTP } from 'otpauth'

import { hashToken } from '../random'

const secretBytes = 20
const stepSeconds = 30
const window = 1
const recoveryCodeCount = 10

/** A new secret for an authenticator app: 160 random bits in base32, as RFC 4226 recommends. */
export function newTotpSecret(): string {
  return new Secret({ size: secretBytes }).base32
}

/** The address that an authenticator app reads from a QR code. */
export function totpUri(
  secret: string,
  { account, issuer }: { account: string; issuer: string },
): string {
  // The colon separates issuer and account in the address; neither may have one.
  return totp(secret, { issuer: issuer.replaceAll(':', ' '), label: account }).toString()
}

/**
 * The time step that a code belongs to: the present one, or one before or after it for clocks that differ.
 *
 * @returns null for a code that is wrong; what was used before is not known here
 */
export function stepOfCode(secret: string, code: string, now: number): null | number {
  if (!/^\d{6}$/.test(code)) return null
  const delta = totp(secret).validate({ timestamp: now, token: code, window })
  return delta === null ? null : Math.floor(now / 1000 / stepSeconds) + delta
}

/** Codes that stand in for the app: 100 random bits each. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () => {
    const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'
    const letters = Array.from(randomBytes(20), (byte) => alphabet[byte % alphabet.length])
    return [0, 5, 10, 15].map((start) => letters.slice(start, start + 5).join('')).join('-')
  })
}

/** The form in which a recovery code is stored and compared: however it was typed. */
export function hashRecoveryCode(code: string): string {
  return hashToken(code.toLowerCase().replace(/[^a-z\d]/g, ''))
}

function totp(secret: string, names: { issuer?: string; label?: string } = {}): TOTP {
  return new TOTP({ ...names, algorithm: 'SHA1', digits: 6, period: stepSeconds, secret })
}
