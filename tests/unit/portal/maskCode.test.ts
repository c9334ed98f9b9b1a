import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { codeEnding, maskCode } from '../../../src/licensing/maskCode'

describe('maskCode', () => {
  it.each([
    ['ABCDEFG-HIJKLMN-OPQRSTU-VWXYZ12', '•••••••-•••••••-•••••••-•••YZ12', 'YZ12'],
    ['550e8400-e29b-41d4-a716-446655440000', '••••••••-••••-••••-••••-••••••••0000', '0000'],
    ['ABCD1234', '••••••34', '34'],
    ['AB-1', '••-•', ''],
    ['', '', ''],
    ['ключ-ключ-ключ-ключ', '••••-••••-••••-ключ', 'ключ'],
  ])('%s', (code, masked, ending) => {
    expect(maskCode(code)).toBe(masked)
    expect(codeEnding(code)).toBe(ending)
  })

  it('hides at least three quarters of every code and keeps its length and ending', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (code) => {
        const masked = maskCode(code)
        const secret = Array.from(code).filter((character) => /[\p{L}\p{N}]/u.test(character))
        const readable = Array.from(masked).filter((character) => /[\p{L}\p{N}]/u.test(character))
        expect(Array.from(masked)).toHaveLength(Array.from(code).length)
        expect(readable.length).toBeLessThanOrEqual(Math.min(4, secret.length / 4))
        expect(readable.join('')).toBe(codeEnding(code))
      }),
    )
  })
})
