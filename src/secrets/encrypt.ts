import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'
const version = 'v1'
const tagLength = 16

/**
 * Encrypts a secret for the database with AES-256-GCM.
 *
 * @param secret the app's `PAYLOAD_SECRET`, from which the key is derived
 * @param purpose what the value is, such as `recaptchaSecretKey`: a value moved to another place cannot be decrypted there
 * @returns `v1.<key id>.<nonce>.<ciphertext and tag>`
 */
export function encryptSecret(plain: string, secret: string, purpose: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv(algorithm, keyOf(secret), nonce)
  cipher.setAAD(Buffer.from(purpose))
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return [version, keyId(secret), nonce.toString('base64url'), body.toString('base64url')].join('.')
}

/**
 * The secret that {@link encryptSecret} encrypted.
 *
 * @returns null when it was encrypted with another key, for another purpose, or changed
 */
export function decryptSecret(encrypted: string, secret: string, purpose: string): null | string {
  const [head, id, nonce = '', body = '', ...rest] = encrypted.split('.')
  if (head !== version || id !== keyId(secret) || rest.length > 0) return null
  if (!isCanonical(nonce) || !isCanonical(body)) return null
  const bytes = Buffer.from(body, 'base64url')
  try {
    const decipher = createDecipheriv(algorithm, keyOf(secret), Buffer.from(nonce, 'base64url'), {
      authTagLength: tagLength,
    })
    decipher.setAAD(Buffer.from(purpose))
    decipher.setAuthTag(bytes.subarray(-tagLength))
    return (
      decipher.update(bytes.subarray(0, -tagLength), undefined, 'utf8') + decipher.final('utf8')
    )
  } catch {
    return null
  }
}

/** Base64url has more than one spelling for the same bytes; a value that was touched is not taken. */
function isCanonical(text: string): boolean {
  return text !== '' && Buffer.from(text, 'base64url').toString('base64url') === text
}

function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'license-manager secrets', 32))
}

/** Names the key without revealing it, so that a value of an earlier key is recognised. */
function keyId(secret: string): string {
  return Buffer.from(hkdfSync('sha256', secret, '', 'license-manager key id', 6)).toString(
    'base64url',
  )
}
