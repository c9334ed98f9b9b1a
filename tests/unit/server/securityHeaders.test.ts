import { IncomingMessage, type ServerResponse } from 'node:http'
import { Socket } from 'node:net'

import { describe, expect, it } from 'vitest'

import type { Site } from '../../../src/server/contentSecurityPolicy'
import { FrontResponse } from '../../../src/server/frontResponse'
import { secure } from '../../../src/server/securityHeaders'

const overHttps: Site = { isDevelopment: false, isHttps: true }

describe('a page', () => {
  it.each([
    '/customer/login',
    '/%63ustomer/login',
    '/dev/outbox',
    '//customer',
    '/admin/../customer',
    '/api/%2e%2e/customer',
    '/administrators',
    '/not-known-yet',
  ])('cannot be framed nor kept at %s', (url) => {
    const { headers } = answer(url)
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).toContain("'strict-dynamic'")
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['cache-control']).toBe('private, no-store')
  })

  it('has a nonce of 128 bits that is new each time and that Next gets in the request', () => {
    const nonces = ['/customer', '/customer'].map((url) => {
      const { headers, request } = answer(url)
      const nonce = /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1] ?? ''
      expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
      expect(request.headers['x-nonce']).toBe(nonce)
      expect(request.headers['content-security-policy']).toBe(headers['content-security-policy'])
      return nonce
    })
    expect(nonces[0]).not.toBe(nonces[1])
  })

  it('allows no inline script or style, and no eval', () => {
    const { headers } = answer('/customer')
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['content-security-policy']).not.toContain('ws:')
  })
})

describe('in a host with pages of its own', () => {
  const site: Site = { hasOtherPages: true, isDevelopment: false, isHttps: true }

  it.each(['/', '/shop', '/customers', '/customer-service/x', '/customer%2', '/logo.svg'])(
    '%s has no nonce, without which its scripts would not run, and may be kept',
    (url) => {
      const { headers, request } = answer(url, site)
      expect(headers).not.toHaveProperty('content-security-policy')
      expect(headers).not.toHaveProperty('cache-control')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(request.headers).not.toHaveProperty('x-nonce')
    },
  )

  it.each([
    '/customer',
    '/customer?a=/shop',
    '/customer/login',
    '/%63ustomer/login',
    '/shop/../customer/login',
    '/shop/%2e%2e/customer/login',
    '/customer%2Flogin',
  ])('%s is a page of the portal', (url) => {
    const { headers } = answer(url, site)
    expect(headers['content-security-policy']).toContain("'strict-dynamic'")
    expect(headers['cache-control']).toBe('private, no-store')
  })

  it('no page is the portal’s where it is switched off', () => {
    const { headers } = answer('/customer/login', { ...site, hasPortal: false })
    expect(headers).not.toHaveProperty('content-security-policy')
  })

  it('data and the admin panel are protected as anywhere', () => {
    for (const url of ['/api/customers/me', '/admin/login'])
      expect(answer(url, site).headers).toEqual(answer(url).headers)
  })
})

it.each(['/customer', '/admin', '/api/customers', '/_next/static/x.js'])(
  'a client cannot choose the nonce of %s',
  (url) => {
    const { request } = answer(url, overHttps, [
      ['Content-Security-Policy', "script-src 'nonce-chosen'"],
      ['Content-Security-Policy-Report-Only', "script-src 'nonce-chosen'"],
      ['X-Nonce', 'chosen'],
    ])
    expect(JSON.stringify(request.headers)).not.toContain('chosen')
    expect(request.rawHeaders.join()).not.toContain('chosen')
  },
)

it('data does nothing when a browser is made to show it as a page, and is kept by nobody', () => {
  const { headers } = answer('/api/customers/me')
  expect(headers).toMatchObject({
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  })
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'/)
})

it('the admin panel can be framed by this site only', () => {
  const { headers } = answer('/admin/login')
  expect(headers['content-security-policy']).toContain("frame-ancestors 'self'")
  expect(headers['x-frame-options']).toBe('SAMEORIGIN')
})

it('files of the build may be kept', () => {
  expect(answer('/_next/static/x.js').headers).not.toHaveProperty('cache-control')
})

it('browsers are told to stay with https only where the site has it', () => {
  const overHttp: Site = { isDevelopment: false, isHttps: false }
  for (const url of ['/customer', '/admin', '/api/x', '/_next/x']) {
    expect(answer(url).headers['strict-transport-security']).toBe('max-age=31536000')
    expect(answer(url, overHttp).headers).not.toHaveProperty('strict-transport-security')
  }
  expect(answer('/customer').headers['content-security-policy']).toContain('upgrade-insecure')
  const { headers } = answer('/customer', overHttp)
  expect(headers['content-security-policy']).not.toContain('upgrade-insecure')
})

it('an answer that says itself how long it may be kept is left so', () => {
  const { headers } = answer('/api/x', overHttps, [], (response) => {
    response.setHeader('Cache-Control', 'private, no-cache')
    response.writeHead(200)
  })
  expect(headers['cache-control']).toBe('private, no-cache')
})

it('headers are there as well where the answer brings its own with its status', () => {
  const { headers } = answer('/api/x', overHttps, [], (response) => {
    response.writeHead(200, { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  })
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  })
})

function answer(
  url: string,
  site = overHttps,
  sent: [string, string][] = [],
  respond: (response: ServerResponse) => void = (response) => void response.writeHead(200),
) {
  const request = new IncomingMessage(new Socket())
  request.url = url
  request.rawHeaders = sent.flat()
  for (const [name, value] of sent) request.headers[name.toLowerCase()] = value
  const response = new FrontResponse(request)
  secure(request, response, site)
  respond(response)
  return { headers: response.getHeaders() as Record<string, string | undefined>, request }
}
