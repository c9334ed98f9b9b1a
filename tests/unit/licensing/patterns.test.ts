import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { isDomainAllowed, isIpAllowed, matchesPattern } from '../../../src/licensing/patterns'
import './fixedSeed'

describe('matchesPattern', () => {
  it.each([
    ['shop.example.com', '*.example.com', true],
    ['eu.shop.example.com', '*.example.com', true],
    ['example.com', '*.example.com', false],
    ['badexample.com', '*.example.com', false],
    ['shop.example.com.evil.test', '*.example.com', false],
    ['example.com', 'example.com', true],
    ['exampleXcom', 'example.com', false],
    ['staging.example.com', 'staging.*', true],
    ['staging', 'staging.*', false],
    ['anything', '*', true],
    ['', '*', true],
    ['aa', 'a*a', true],
    ['a', 'a*a', false],
    ['abcbc', 'a*bc', true],
    ['abab', 'a*ab*b', false],
    ['a+b(c)', 'a+b(*)', true],
    ['axb', 'a?b', false],
    ['a', '', false],
  ])('%s fits %s: %s', (value, pattern, expected) => {
    expect(matchesPattern(value, pattern)).toBe(expected)
  })

  it('finds every text that a pattern was made of', () => {
    const part = fc.string({ maxLength: 8 }).map((text) => text.replaceAll('*', ''))
    fc.assert(
      fc.property(fc.array(fc.tuple(part, part)), part, (pairs, end) => {
        const pattern = pairs.map(([fixed]) => `${fixed}*`).join('') + end
        const value = pairs.map(([fixed, filling]) => fixed + filling).join('') + end
        expect(matchesPattern(value, pattern)).toBe(true)
      }),
    )
  })

  it('agrees with a regular expression made of the escaped parts', () => {
    const text = fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'b', '.', '*') })
    fc.assert(
      fc.property(text, text, (value, pattern) => {
        const escaped = pattern.replaceAll('.', '\\.').replaceAll('*', '.*')
        expect(matchesPattern(value, pattern)).toBe(new RegExp(`^${escaped}$`).test(value))
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['many wildcards', 'a'.repeat(253), `${'*a'.repeat(120)}*b`],
    ['a long value', 'a'.repeat(1_000_000), '*a*a*a*a*b*a'],
    ['a long pattern', 'a'.repeat(1000), `${'*'.repeat(100_000)}b`],
  ])('is not slowed down by %s', (_name, value, pattern) => {
    const started = performance.now()
    expect(matchesPattern(value, pattern)).toBe(false)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

describe('isDomainAllowed', () => {
  it.each([
    ['any.example', [], true],
    ['any.example', ['', '  '], true],
    [null, [], true],
    [null, ['*'], false],
    ['example.com', ['https://www.Example.com/'], true],
    ['example.com', ['*.example.com'], false],
    ['example.com', ['*.example.com', 'example.com'], true],
    ['shop.xn--bcher-kva.example', ['*.Bücher.example'], true],
    ['xn--bcher-kva.example', ['bücher.example'], true],
    ['2001:db8::1', ['[2001:DB8:0::1]'], true],
    ['10.0.0.7', ['10.0.0.*'], true],
    ['other.example', ['example.com', '*.example.com'], false],
    ['example.com', ['not a host'], false],
  ])('%s with %j: %s', (domain, patterns, expected) => {
    expect(isDomainAllowed(domain, patterns)).toBe(expected)
  })
})

describe('isIpAllowed', () => {
  it.each([
    ['203.0.113.9', [], true],
    [null, [], true],
    [null, ['*'], false],
    ['10.0.0.7', ['10.0.0.*'], true],
    ['10.0.1.7', ['10.0.0.*'], false],
    ['110.0.0.7', ['10.0.0.*'], false],
    ['10.9.9.7', ['10.*.7'], true],
    ['10.0.0.7', [' 10.0.0.7 '], true],
    ['10.0.0.7', ['::ffff:10.0.0.7'], true],
    ['10.0.0.7', ['::ffff:10.0.0.*'], true],
    ['2001:db8::1', ['2001:0DB8:0:0::1'], true],
    ['2001:db8::1', ['2001:db8::*'], true],
    ['2001:db8::1', ['2001:0db8:*'], true],
    ['2001:db8::1', ['2001:db8:0:0:*'], true],
    ['2001:db8::1', ['[2001:db8:*]'], true],
    ['2001:db9::1', ['2001:db8:*'], false],
    ['2001:db8:0:1::1', ['2001:db8:0:0:*'], false],
  ])('%s with %j: %s', (ip, patterns, expected) => {
    expect(isIpAllowed(ip, patterns)).toBe(expected)
  })
})
