import { describe, expect, it } from 'vitest'

import { createSlotLinkSigner, createTokenSigner } from '../../../src/licensing/token'

/** A link that frees slots must name one licence only, end after an hour, and not be made by anybody else. */
const secret = 'a secret of the tests, long enough'
const license = '3f0c6e0e-6d0a-4c53-9a37-2f6f0d0c1b11'
const now = new Date('2027-01-31T12:00:00Z')
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const links = createSlotLinkSigner(secret)

describe('a slot link', () => {
  it('names its licence for an hour', () => {
    const token = links.sign(license, now)
    expect(links.read(token, now)).toBe(license)
    expect(links.read(token, after(3599))).toBe(license)
    expect(links.read(token, after(3600))).toBeNull()
  })

  it('is refused when a character of it was changed', () => {
    const token = links.sign(license, now)
    for (let index = 0; index < token.length; index += 1) {
      const changed = token[index] === 'A' ? 'B' : 'A'
      const forged = token.slice(0, index) + changed + token.slice(index + 1)
      expect(links.read(forged, now)).toBeNull()
    }
  })

  it('is neither an activation token nor made of one, nor of another secret', () => {
    const activationTokens = createTokenSigner(secret)
    expect(activationTokens.read(links.sign(license, now))).toBeNull()
    expect(links.read(activationTokens.sign(`${license} 99999999999`), now)).toBeNull()
    expect(createSlotLinkSigner('another secret').read(links.sign(license, now), now)).toBeNull()
  })

  it.each([undefined, null, 5, {}, '', '.', 'ls1..', 'ls1.YQ.'])(
    'reads nothing from %j',
    (given) => {
      expect(links.read(given, now)).toBeNull()
    },
  )
})
