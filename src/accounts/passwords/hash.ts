import { pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** A password as Payload stores it. */
export type StoredPassword = { hash: null | string; salt: null | string }

const derive = promisify(pbkdf2)

// Payload's own forms, so that its login and ours read the same columns. The second is what earlier versions of it wrote.
const current = { iterations: 600_000, keyLength: 32, prefix: 'pbkdf2-sha256-v1:' }
const legacy = { iterations: 25_000, keyLength: 512, prefix: '' }

/** What an unknown account is checked against: the work is the same, the answer always no. */
const dummy: StoredPassword = { hash: `${current.prefix}${'0'.repeat(64)}`, salt: '0'.repeat(64) }

/** Hashes a password in the form that Payload stores. Takes about a tenth of a second of a core. */
export async function hashPassword(password: string): Promise<{ hash: string; salt: string }> {
  const salt = randomBytes(32).toString('hex')
  const key = await derive(password, salt, current.iterations, current.keyLength, 'sha256')
  return { hash: `${current.prefix}${key.toString('hex')}`, salt }
}

/**
 * Whether a password is the stored one.
 *
 * @param stored null, or without a hash, for an account that does not exist or has no password; that takes as long
 */
export async function verifyPassword(
  password: string,
  stored: null | StoredPassword,
): Promise<boolean> {
  const isReal = Boolean(stored?.hash && stored.salt)
  const { hash, salt } = (isReal ? stored : dummy) as { hash: string; salt: string }
  const form = isCurrentHash(hash) ? current : legacy
  const expected = Buffer.from(hash.slice(form.prefix.length), 'hex')
  const key = await derive(password, salt, form.iterations, form.keyLength, 'sha256')
  return key.length === expected.length && timingSafeEqual(key, expected) && isReal
}

/** Whether a stored hash has the present form; others are renewed at the next login. */
export function isCurrentHash(hash: string): boolean {
  return hash.startsWith(current.prefix)
}
