import { createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto'

const activationTokens = { purpose: 'license-manager activation token v1', version: 'lm1' }
const slotLinks = { purpose: 'license-manager slot link v1', version: 'ls1' }
const slotLinkSeconds = 60 * 60
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
  return createSigner(secret, activationTokens)
}

/** Makes and reads the tokens of links at which a slot of a licence can be freed. */
export type SlotLinkSigner = {
  /** The licence that a token names, or null when it was not made with this secret or has ended. Takes anything. */
  read: (token: unknown, now?: Date) => null | string
  /** A token for a licence, good for an hour. */
  sign: (licenseId: string, now?: Date) => string
}

/**
 * Tokens that name a licence for an hour. They are given to callers who know the licence's code and may list its installations.
 *
 * @param secret at least 128 random bits
 */
export function createSlotLinkSigner(secret: string): SlotLinkSigner {
  const signer = createSigner(secret, slotLinks)
  return {
    read: (token, now = new Date()) => {
      const [licenseId, end] = signer.read(token)?.split(' ') ?? []
      return licenseId && Number(end) * 1000 > now.getTime() ? licenseId : null
    },
    sign: (licenseId, now = new Date()) =>
      signer.sign(`${licenseId} ${Math.floor(now.getTime() / 1000) + slotLinkSeconds}`),
  }
}

function createSigner(
  secret: string,
  { purpose, version }: { purpose: string; version: string },
): TokenSigner {
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', purpose, keyBytes)))

  const sign = (text: string): string => {
    const mac = createHmac('sha256', key).update(`${version}.${text}`).digest('base64url')
    return [version, Buffer.from(text).toString('base64url'), mac].join('.')
  }

  const read = (token: unknown): null | string => {
    if (typeof token !== 'string' || token.length > longestToken) return null
    const text = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')
    // The whole token is compared: base64url has more than one spelling for the same bytes.
    return isSameText(token, sign(text)) ? text : null
  }

  return { read, sign }
}

function isSameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
