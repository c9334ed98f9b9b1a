import { describe, expect, it } from 'vitest'

import { normalizeDomain, normalizeIp } from '../../../src/licensing/domains'

describe('the length of an address', () => {
  it.each(['a', '.', '/', '[', ':', '1.'])('finds no host in a million times %s', (text) => {
    expect(normalizeDomain(text.repeat(1_000_000))).toBeNull()
    expect(normalizeIp(text.repeat(1_000_000))).toBeNull()
  })

  it('finds no host in an address that no browser would send', () => {
    expect(normalizeDomain(`example.com/${'a'.repeat(2000)}`)).toBe('example.com')
    expect(normalizeDomain(`example.com/${'a'.repeat(2048)}`)).toBeNull()
  })

  it('accepts the longest names that DNS has', () => {
    const label = 'a'.repeat(63)
    const name = `${label}.${label}.${label}.${'a'.repeat(61)}`
    expect(normalizeDomain(name)).toBe(name)
    expect(normalizeDomain(`a${name}`)).toBeNull()
  })
})
