import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { describeUserAgent } from '../../src/http/describeUserAgent'

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)'
const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

describe('describeUserAgent', () => {
  it.each([
    ['LedgerlineInvoicing/3.4.1', 'LedgerlineInvoicing 3.4.1', null],
    ['WordPress/6.5.2; https://shop.example.com', 'WordPress 6.5.2', null],
    ['curl/8.5.0', 'curl 8.5.0', null],
    ['my-plugin/v2.0 (Linux; PHP 8.2)', 'my-plugin 2.0', 'Linux'],
    ['GuzzleHttp/7', 'GuzzleHttp 7', null],
    ['okhttp', 'okhttp', null],
    [`${windows} ${webkit} Chrome/126.0.0.0 Safari/537.36`, 'Chrome 126', 'Windows'],
    [
      `${windows} ${webkit} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.2592.87`,
      'Edge 126',
      'Windows',
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
      'Firefox 128',
      'Linux',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
      'Safari 17',
      'macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      'Safari 17',
      'iOS',
    ],
    ['Mozilla/5.0 (compatible)', 'Mozilla/5.0 (compatible)', null],
  ])('%s', (userAgent, software, system) => {
    expect(describeUserAgent(userAgent)).toEqual({ software, system })
  })

  it.each([null, undefined, '', '  ', '\u0000\u0007'])('says nothing of %j', (userAgent) => {
    expect(describeUserAgent(userAgent)).toBeNull()
  })

  it('stays short and without control characters whatever the client sends', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000, unit: 'binary' }), (userAgent) => {
        const { software = '' } = describeUserAgent(userAgent) ?? {}
        expect(software.length).toBeLessThanOrEqual(40)
        expect(software).not.toMatch(/\p{Cc}/u)
      }),
    )
  })
})
