import { expect, it } from 'vitest'

import { domainOf } from '../../../packages/client/src/domain'
import { hereOf } from '../../../packages/client/src/installation'
import { normalizeDomain } from '../../../src/licensing/domains'

const addresses = [
  'example.com',
  'example.com/path?query#part',
  'https://EXAMPLE.com/',
  'https://www.Example.com/app',
  'https://www.www.example.com',
  'www.com',
  'https://example.com.',
  'https://example.com./path',
  'https://example.com:8443/x',
  'example.com:80',
  'https://user:pa%20ss@shop.example.com/',
  'ftp://files.example.com',
  '//example.com/x',
  String.raw`https:\\example.com\x`,
  'https://例え.jp',
  '例え.jp/パス',
  'https://WWW.Bücher.example',
  'xn--bcher-kva.example',
  'https://faß.example',
  'https://a。b',
  'localhost',
  'http://localhost:3000',
  'a_b.example.com',
  '127.0.0.1',
  'http://127.0.0.1:8080/x',
  'http://127.1',
  'http://192.0.2.256',
  '::1',
  '[::1]',
  'http://[::1]',
  'http://[::1]:8080',
  'https://user@[2001:DB8:0:0:0:0:0:1]/x',
  '2001:0db8::0001',
  '2001:db8:0:0:1:0:0:1',
  'http://[2001:0:0:1:0:0:1:1]/',
  'fe80::1%eth0',
  '[fe80::1%eth0]',
  'http://[::ffff:192.0.2.1]/',
  '::ffff:192.0.2.1',
  ' example.com ',
  'exam ple.com',
  'https://',
  '',
  '-a.example',
  'a..b',
  '*.example.com',
  'mailto:someone@example.com',
]
const longAddresses = [
  `${'a'.repeat(64)}.example`,
  `${'a.'.repeat(130)}example`,
  `example.com/${'a'.repeat(3000)}`,
  `https://例え.jp/${'あ'.repeat(400)}`,
]

function expectAgreement(address: string) {
  const domain = domainOf(address)
  expect(domain).toBe(normalizeDomain(address))
  expect(domainOf(domain)).toBe(domain)
}

function expectKnown(address: string) {
  const { domain, url } = hereOf({ url: address })
  expect(url ?? '').toMatch(/^[\x20-\x7e]{0,500}$/)
  expect(normalizeDomain(url)).toBe(domain)
}

it.each(addresses)('the client reads %j as the server does', expectAgreement)

it('has a domain for the ones that name one', () => {
  expect(domainOf('http://[::1]:8080')).toBe('::1')
  expect(domainOf('https://例え.jp/x')).toBe('xn--r8jz45g.jp')
  expect(domainOf('http://[::ffff:192.0.2.1]/')).toBe('192.0.2.1')
})

it.each([
  ...addresses,
  'https://例え.jp:9/あ?い#う',
  'https://例え|.jp/',
  'https://\ud800.jp:x/',
  'https://example.com/\u0000\n',
])('what is sent of %j is a header by which the server knows the same domain', expectKnown)

it('reads long ones as the server does, and sends as much of them as it keeps', () => {
  longAddresses.forEach(expectAgreement)
  longAddresses.forEach(expectKnown)
})

it('sends an address in ASCII as it is, and any other with its host as DNS has it', () => {
  const sent = (url: string) => hereOf({ url }).url
  expect(sent('example.com/path')).toBe('example.com/path')
  expect(sent('https://Shop.example.com:8443/x?y')).toBe('https://Shop.example.com:8443/x?y')
  expect(sent('https://例え.jp/あ')).toBe('https://xn--r8jz45g.jp/%E3%81%82')
  expect(sent('例え.jp/x')).toBe('xn--r8jz45g.jp/x')
  expect(sent('https://例え|.jp')).toBe('https://%E4%BE%8B%E3%81%88|.jp')
})
