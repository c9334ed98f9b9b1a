import { randomBytes } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { decryptSecret, encryptSecret } from '../../../src/secrets/encrypt'

const secret = randomBytes(32).toString('hex')
const purpose = 'recaptchaSecretKey'

describe('encryptSecret and decryptSecret', () => {
  it.each(['x', 'a secret key', 'ключ 🔑 鍵', ' a.b.c ', 'x'.repeat(5000)])(
    'give %j back',
    (plain) => {
      expect(decryptSecret(encryptSecret(plain, secret, purpose), secret, purpose)).toBe(plain)
    },
  )

  it('hide the text', () => {
    const encrypted = encryptSecret('a secret key', secret, purpose)
    const bytes = encrypted.split('.').map((part) => Buffer.from(part, 'base64url').toString())
    expect([encrypted, ...bytes].join()).not.toContain('secret')
  })

  it('do not show that two values are the same', () => {
    expect(encryptSecret('same', secret, purpose)).not.toBe(encryptSecret('same', secret, purpose))
  })
})

describe('decryptSecret refuses', () => {
  const encrypted = encryptSecret('a secret key', secret, purpose)
  const [version = '', keyId = '', nonce = '', body = ''] = encrypted.split('.')

  it('a value that was moved to another field', () => {
    expect(decryptSecret(encrypted, secret, 'smtpPassword')).toBeNull()
  })

  it('a value of another key', () => {
    expect(decryptSecret(encrypted, randomBytes(32).toString('hex'), purpose)).toBeNull()
  })

  it('a value of another key that claims to be of this one', () => {
    const other = encryptSecret('x', randomBytes(32).toString('hex'), purpose).split('.')
    expect(
      decryptSecret([other[0], keyId, other[2], other[3]].join('.'), secret, purpose),
    ).toBeNull()
  })

  it('a value with any one character changed', () => {
    for (let index = 0; index < encrypted.length; index++) {
      const changed = Array.from(encrypted)
      changed[index] = changed[index] === 'A' ? 'B' : 'A'
      expect(decryptSecret(changed.join(''), secret, purpose), `at ${index}`).toBeNull()
    }
  })

  it('another spelling of the same bytes', () => {
    expect(decryptSecret(`${encrypted}=`, secret, purpose)).toBeNull()
    expect(decryptSecret(`${encrypted}.`, secret, purpose)).toBeNull()
    expect(decryptSecret(`${encrypted}.more`, secret, purpose)).toBeNull()
  })

  it.each([
    ['nothing', ''],
    ['plain text', 'a secret key'],
    ['no body', `${version}.${keyId}.${nonce}.`],
    ['no nonce', `${version}.${keyId}..${body}`],
    ['a body shorter than its tag', `${version}.${keyId}.${nonce}.${body.slice(0, 4)}`],
    ['a tag alone', `${version}.${keyId}.${nonce}.${body.slice(-22)}`],
    ['a shortened body', `${version}.${keyId}.${nonce}.${body.slice(4)}`],
    ['another version', `v2.${keyId}.${nonce}.${body}`],
  ])('%s', (_name, value) => {
    expect(decryptSecret(value, secret, purpose)).toBeNull()
  })
})
