import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  normalizeDomain,
  normalizeDomainPattern,
  normalizeIp,
} from '../../../src/licensing/domains'
import './fixedSeed'
import { hostileText } from './hostileText'

describe('normalizeDomain', () => {
  it.each([
    ['https://www.Example.com/app', 'example.com'],
    ['http://example.com', 'example.com'],
    ['shop.example.com', 'shop.example.com'],
    ['  example.com  ', 'example.com'],
    ['EXAMPLE.COM.', 'example.com'],
    ['example.com:8443', 'example.com'],
    ['https://user:secret@www.example.com:8080/x?y#z', 'example.com'],
    ['user:p@ss@example.com', 'example.com'],
    ['example.com/a@b.test', 'example.com'],
    ['example.com?next=https://other.test', 'example.com'],
    ['example.com#other.test', 'example.com'],
    ['example.com\\@other.test', 'example.com'],
    ['//example.com/path', 'example.com'],
    ['http:/example.com', 'example.com'],
    ['http:\\\\example.com\\app', 'example.com'],
    ['ftp://example.com', 'example.com'],
    ['app+v1://example.com', 'example.com'],
    ['localhost', 'localhost'],
    ['localhost:3000', 'localhost'],
    ['my_host.internal', 'my_host.internal'],
    ['www.com', 'www.com'],
    ['www.www.example.com', 'example.com'],
    ['wwwx.example.com', 'wwwx.example.com'],
    ['shop.www.example.com', 'shop.www.example.com'],
  ])('reads %j as %s', (address, domain) => {
    expect(normalizeDomain(address)).toBe(domain)
  })

  it.each([
    ['https://www.Bücher.example', 'xn--bcher-kva.example'],
    ['BÜCHER.example', 'xn--bcher-kva.example'],
    ['bu\u0308cher.example', 'xn--bcher-kva.example'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['straße.example', 'xn--strae-oqa.example'],
    ['例え.テスト', 'xn--r8jz45g.xn--zckzah'],
    ['例え。テスト', 'xn--r8jz45g.xn--zckzah'],
    ['ｅｘａｍｐｌｅ.com', 'example.com'],
    ['ex%61mple.com', 'example.com'],
  ])('writes the international name %j as DNS does: %s', (address, domain) => {
    expect(normalizeDomain(address)).toBe(domain)
  })

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['http://192.0.2.7:8080/', '192.0.2.7'],
    ['http://0x7f.1/', '127.0.0.1'],
    ['http://2130706433/', '127.0.0.1'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['http://[2001:db8::1]:8080/app', '2001:db8::1'],
    ['[::1]:3000', '::1'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['[::ffff:c000:207]:443', '192.0.2.7'],
    ['fe80::1%eth0', 'fe80::1'],
  ])('reads the address %j as %s', (address, domain) => {
    expect(normalizeDomain(address)).toBe(domain)
  })

  it.each([
    null,
    undefined,
    '',
    '   ',
    'http://',
    '/',
    '.',
    '..',
    '1..',
    'example.com..',
    '.com',
    'a..b',
    'two words.example',
    'exa\nmple.com',
    'exa\u0000mple.com',
    '\ud800.com',
    '-example.com',
    'example-.com',
    '*.example.com',
    'example.com:99999',
    '256.1.1.1',
    '[::1',
    '::1]',
    '1::2::3',
    'xn--a',
    'javascript:alert(1)',
    `${'a'.repeat(64)}.example`,
    `${'a.'.repeat(127)}example`,
  ])('finds no host in %j', (address) => {
    expect(normalizeDomain(address)).toBeNull()
  })

  it('gives the same for what it gave, and throws at nothing', () => {
    fc.assert(
      fc.property(hostileText, (address) => {
        const domain = normalizeDomain(address)
        if (domain !== null) expect(normalizeDomain(domain)).toBe(domain)
      }),
      { numRuns: 2000 },
    )
  })

  it('does not depend on scheme, port, path, case or www', () => {
    const host = fc.domain()
    fc.assert(
      fc.property(
        host,
        fc.constantFrom('http', 'https', 'ftp'),
        fc.nat(65535),
        (name, scheme, port) => {
          const domain = normalizeDomain(name)
          expect(normalizeDomain(`${scheme}://www.${name.toUpperCase()}.:${port}/a?b#c`)).toBe(
            domain,
          )
        },
      ),
    )
  })
})

describe('normalizeIp', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    [' 203.0.113.9 ', '203.0.113.9'],
    ['::FFFF:203.0.113.9', '203.0.113.9'],
    ['2001:0db8:0000::0001', '2001:db8::1'],
    ['[::1]', '::1'],
    ['fe80::1%eth0', 'fe80::1'],
  ])('reads %j as %s', (address, ip) => {
    expect(normalizeIp(address)).toBe(ip)
  })

  it.each([
    null,
    undefined,
    '',
    'localhost',
    '1',
    '127.1',
    '010.0.0.1',
    '256.0.0.1',
    '10.0.0.1:80',
    '10.0.0.1, 10.0.0.2',
    '10.0.0.1\u0000',
    '[::1]:80',
    ':::',
    '%',
  ])('finds no address in %j', (address) => {
    expect(normalizeIp(address)).toBeNull()
  })
})

it('throws at no text, whether address, pattern or neither', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const ip = normalizeIp(text)
      if (ip !== null) expect(normalizeIp(ip)).toBe(ip)
      expect(normalizeDomainPattern(text)).toEqual(expect.any(String))
    }),
  )
})

describe('normalizeDomainPattern', () => {
  it.each([
    ['*.Example.com', '*.example.com'],
    ['https://*.example.com/app', '*.example.com'],
    ['*.example.com:8443', '*.example.com'],
    ['*.bücher.example', '*.xn--bcher-kva.example'],
    ['www.example.*', 'example.*'],
    ['www.Example.com', 'example.com'],
    ['10.0.*.1', '10.0.*.1'],
    ['*', '*'],
    ['Not a host', 'not a host'],
  ])('writes %j as %s', (pattern, normalized) => {
    expect(normalizeDomainPattern(pattern)).toBe(normalized)
  })
})
