import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

const version = 'lm1'
const purpose = 'license-manager activation token v1'
const keyBytes = 32
const longestToken = 200

/** Makes and reads the tokens that name an activation to client software. */
export type TokenSigner = {
  /** The activation that a token names, or null when it was not made with this secret. Takes anything. */
  read: (token: unknown) => null | string
  /** The token of an activation. The same one gives the same token. */
  sign: (activationId: string) => string
}

/**
 * Tokens are the activation's id with an HMAC-SHA-256 under a key that is derived from the secret for this purpose alone. A
 * changed secret voids them all; client software then activates again, which takes no second slot.
 *
 * @param secret at least 128 random bits
 */
export function createTokenSigner(secret: string): TokenSigner {
  const key = Buffer.from(hkdfSync('sha256', secret, '', purpose, keyBytes))

  const sign = (activationId: string): string => {
    const mac = createHmac('sha256', key).update(`${version}.${activationId}`).digest('base64url')
    return [version, Buffer.from(activationId).toString('base64url'), mac].join('.')
  }

  const read = (token: unknown): null | string => {
    if (typeof token !== 'string' || token.length > longestToken) return null
    const id = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')
    // The whole text is compared: base64url has more than one spelling for the same bytes.
    return isSameText(token, sign(id)) ? id : null
  }

  return { read, sign }
}

function isSameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
