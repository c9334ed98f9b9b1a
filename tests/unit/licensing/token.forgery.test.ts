import { randomUUID } from 'node:crypto'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createTokenSigner } from '../../../src/licensing/token'
import './fixedSeed'

/**
 * The token is all that client software has to show for its activation. Whoever can make one, or change one so that it names
 * another activation, runs without a licence.
 */
const signer = createTokenSigner('a-secret-of-the-tests')
const id = '0b5f7a52-5c3f-4b5e-9f6d-0c9a3f8f4a11'
const token = signer.sign(id)

describe('activation tokens', () => {
  it('name the activation that they were made for', () => {
    fc.assert(fc.property(fc.uuid(), (any) => signer.read(signer.sign(any)) === any))
  })

  it('are the same for the same activation and differ between activations', () => {
    expect(signer.sign(id)).toBe(token)
    expect(createTokenSigner('a-secret-of-the-tests').sign(id)).toBe(token)
    expect(signer.sign(randomUUID())).not.toBe(token)
  })

  it('stay the same from release to release: installed software keeps them', () => {
    expect(token).toBe(
      'lm1.MGI1ZjdhNTItNWMzZi00YjVlLTlmNmQtMGM5YTNmOGY0YTEx.qrdEU663n8LC3HLxyVYYR_1u7UQMkEyv0sMTz8jRhZ4',
    )
  })

  it('can be sent in a header and in JSON as they are', () => {
    expect(token).toMatch(/^[\w.-]+$/)
    expect(token.length).toBeLessThan(150)
  })

  it('are void under another secret', () => {
    expect(createTokenSigner('another-secret').read(token)).toBeNull()
  })

  it('are void when a single character is changed, added or left out', () => {
    for (let index = 0; index < token.length; index += 1) {
      const [before, after] = [token.slice(0, index), token.slice(index + 1)]
      const other = token[index] === 'A' ? 'B' : 'A'
      expect(signer.read(before + other + after)).toBeNull()
      expect(signer.read(before + after)).toBeNull()
      expect(signer.read(`${before}=${token.slice(index)}`)).toBeNull()
    }
    for (const suffix of ['=', '.', ' ', '\n', '\0']) expect(signer.read(token + suffix)).toBeNull()
  })

  it('are void in another spelling of the same bytes', () => {
    const spellings = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
      .map((character) => token.slice(0, -1) + character)
      .filter((spelling) => spelling !== token)
    for (const spelling of spellings) expect(signer.read(spelling)).toBeNull()
    expect(signer.read(token.replaceAll('_', '/').replaceAll('-', '+'))).toBeNull()
  })

  it('are void when parts of two tokens are put together', () => {
    const [version, , mac] = token.split('.')
    const [, otherId] = signer.sign(randomUUID()).split('.')
    expect(signer.read([version, otherId, mac].join('.'))).toBeNull()
    expect(signer.read(['lm2', ...token.split('.').slice(1)].join('.'))).toBeNull()
  })

  it('are read from anything without throwing', () => {
    for (const garbage of [
      null,
      undefined,
      0,
      1n,
      Symbol('x'),
      {},
      [token],
      new Date(),
      () => token,
    ]) {
      expect(signer.read(garbage)).toBeNull()
    }
    for (const garbage of ['', '.', '..', 'lm1..', '\ud800.\udfff.\0', 'a'.repeat(1_000_000)]) {
      expect(signer.read(garbage)).toBeNull()
    }
    fc.assert(fc.property(fc.anything(), (garbage) => signer.read(garbage) === null))
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.base64String(), (a, b) => {
        expect(signer.read(`lm1.${a}.${b}`)).toBeNull()
      }),
    )
  })
})
