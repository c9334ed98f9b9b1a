import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  codeFormatError,
  codeKey,
  defaultCodeFormat,
  generateLicenseCode,
} from '../../../src/licensing/codes'
import './fixedSeed'

const unambiguous = '0-9A-HJKMNP-TV-Z'

describe('generateLicenseCode', () => {
  it.each([
    [defaultCodeFormat, new RegExp(`^(?:[${unambiguous}]{7}-){3}[${unambiguous}]{7}$`)],
    ['L-999-AAA', /^L-\d{3}-[A-HJKMNP-TV-Z]{3}$/],
    ['{uuid}', /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/],
    ['n-{uuid}.{uuid}', /^n-[\da-f-]{36}\.[\da-f-]{36}$/],
    ['$&-$1-{}', /^\$&-\$1-\{\}$/],
  ])('fills the format %s', (format, expected) => {
    expect(generateLicenseCode(format)).toMatch(expected)
  })

  it('makes no code twice', () => {
    const codes = Array.from({ length: 10_000 }, () => generateLicenseCode(defaultCodeFormat))
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('prefers no character', () => {
    const counts = new Map<string, number>()
    for (const character of generateLicenseCode('X'.repeat(64_000))) {
      counts.set(character, (counts.get(character) ?? 0) + 1)
    }
    expect(counts.size).toBe(32)
    // 2000 of each expected; 8 standard deviations.
    for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(360)
  })
})

describe('codeFormatError', () => {
  it.each([
    defaultCodeFormat,
    '{uuid}',
    'ACME-{uuid}',
    'X'.repeat(26),
    '9'.repeat(39),
    'A'.repeat(29),
    `${'X'.repeat(26)}${'-'.repeat(229)}`,
  ])('accepts %s', (format) => {
    expect(codeFormatError(format)).toBeNull()
  })

  it.each([
    '',
    ' ',
    ` ${defaultCodeFormat}`,
    'XXXX-XXXX-XXXX-XXXX',
    'X'.repeat(25),
    '9'.repeat(38),
    'A'.repeat(28),
    'x'.repeat(40),
    'X'.repeat(256),
    `${'-'.repeat(220)}{uuid}`,
  ])('refuses %s', (format) => {
    expect(codeFormatError(format)).toEqual(expect.any(String))
  })

  it('refuses a format of a million characters at once', () => {
    expect(codeFormatError('X'.repeat(1_000_000))).toEqual(expect.any(String))
  })
})

describe('codeKey', () => {
  it.each([
    ['ABC-1', 'abc-1'],
    ['  abc-1\n', 'abc-1'],
    ['ＡＢＣ－１', 'abc-1'],
    ['É', '\u00e9'],
    ['E\u0301', '\u00e9'],
  ])('compares %j as %j', (code, key) => {
    expect(codeKey(code)).toBe(key)
  })

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (code) => {
        expect(codeKey(` ${code} `)).toBe(codeKey(code))
      }),
    )
  })
})
