import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

const version = 'lm1'
const purpose = 'license-manager activation token v1'
const keyBytes = 32

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
  const mac = (id: string) => createHmac('sha256', key).update(`${version}.${id}`).digest()

  return {
    read: (token) => {
      if (typeof token !== 'string' || token.length > 200) return null
      const [mark, encodedId = '', encodedMac = '', ...rest] = token.split('.')
      if (mark !== version || rest.length > 0) return null
      const id = Buffer.from(encodedId, 'base64url').toString('utf8')
      const given = Buffer.from(encodedMac, 'base64url')
      const expected = mac(id)
      return given.length === expected.length && timingSafeEqual(given, expected) ? id : null
    },
    sign: (activationId) =>
      [
        version,
        Buffer.from(activationId).toString('base64url'),
        mac(activationId).toString('base64url'),
      ].join('.'),
  }
}
