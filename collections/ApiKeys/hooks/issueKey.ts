import { createHash, randomBytes } from 'node:crypto'

import type { CollectionBeforeChangeHook } from 'payload'

/** How many of a key's first characters are kept readable. */
const prefixLength = 12

/** The form in which a key is stored and looked up: SHA-256, hexadecimal. */
export function hashApiKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** Makes the key of a new row: 192 random bits. Stores its hash and first characters, hands the key on in the context. */
export const issueKey: CollectionBeforeChangeHook = ({ context, data, operation }) => {
  if (operation !== 'create') return data
  const mark = data.kind === 'internal' ? 'int' : 'ext'
  const key = `lm_${mark}_${randomBytes(24).toString('base64url')}`
  context.issuedApiKey = key
  return { ...data, keyHash: hashApiKey(key), prefix: key.slice(0, prefixLength) }
}
