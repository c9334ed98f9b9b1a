import { readFileSync } from 'node:fs'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import path from 'node:path'

import type { NextConfig } from 'next'
import { buildCustomRoute } from 'next/dist/server/lib/router-utils/filesystem'
import { matchHas } from 'next/dist/shared/lib/router/utils/prepare-destination'
import { describe, expect, it } from 'vitest'

import { withLicenseManager } from '../../../plugins/license-manager/withLicenseManager'
import { adminPolicy } from '../../../src/server/contentSecurityPolicy'
import { FrontResponse } from '../../../src/server/frontResponse'
import { secure } from '../../../src/server/securityHeaders'

const framedByNobody = "object-src 'none'; base-uri 'self'; frame-ancestors 'none'"

function requestOf(url: string, sent: Record<string, string> = {}): IncomingMessage {
  const request = new IncomingMessage(new Socket())
  request.url = url
  Object.assign(request.headers, sent)
  return request
}

/** What Next sets by its configuration before it answers. */
async function headersOf(
  request: IncomingMessage,
  nextConfig?: NextConfig,
): Promise<Record<string, string>> {
  const rules = (await withLicenseManager(nextConfig).headers?.()) ?? []
  const matching = rules.filter(({ has, missing, source }) => {
    const { match } = buildCustomRoute('header', { headers: [], source })
    const isThere = match(request.url ?? '')
    return isThere && matchHas(request as Parameters<typeof matchHas>[0], {}, has, missing)
  })
  const pairs = matching.flatMap(({ headers }) => headers).map(({ key, value }) => [key, value])
  return Object.fromEntries(pairs) as Record<string, string>
}

describe('a host that is served by next start', () => {
  it.each(['/', '/customer/login', '/account', '/administrators', '/apis', '/shop/api/x'])(
    'has pages that nothing frames, at %s',
    async (url) => {
      expect(await headersOf(requestOf(url))).toMatchObject({
        'Content-Security-Policy': framedByNobody,
        'Referrer-Policy': 'same-origin',
        'X-Content-Type-Options': 'nosniff',
        'X-Frame-Options': 'DENY',
      })
    },
  )

  it.each(['/admin', '/admin/collections/licenses'])(
    'has an admin panel that only the site frames, at %s',
    async (url) => {
      expect(await headersOf(requestOf(url))).toMatchObject({
        'Content-Security-Policy': adminPolicy,
        'X-Frame-Options': 'SAMEORIGIN',
      })
    },
  )

  it.each(['/api', '/api/docs', '/_next/static/x.js'])(
    'leaves %s to whoever answers',
    async (url) => {
      expect(await headersOf(requestOf(url))).not.toHaveProperty('Content-Security-Policy')
    },
  )

  it('has the policy that it sets itself', async () => {
    const own = "frame-ancestors 'self'"
    const headers = [{ key: 'Content-Security-Policy', value: own }]
    const given = { headers: async () => [{ headers, source: '/shop/:path*' }] }
    expect(await headersOf(requestOf('/shop/cart'), given)).toMatchObject({
      'Content-Security-Policy': own,
    })
  })
})

describe("behind the package's server", () => {
  it.each([
    '/',
    '/customer/login',
    '/admin',
    '/Admin/x',
    '/api/docs',
    '/%61pi/docs',
    '/_next/x.js',
  ])('the policy of %s is the one of that server', async (url) => {
    const site = { isDevelopment: false, isHttps: true }
    const [alone, request] = [requestOf(url), requestOf(url, { 'x-nonce': 'chosen' })]
    const [expected, response] = [new FrontResponse(alone), new FrontResponse(request)]
    secure(alone, expected, site)
    secure(request, response, site)
    expected.writeHead(200)
    for (const [key, value] of Object.entries(await headersOf(request)))
      response.setHeader(key, value)
    response.writeHead(200)
    expect(withoutNonce(response)).toBe(withoutNonce(expected))
  })
})

it('protects pages of the host behind that server, which leaves them to it', async () => {
  const site = { hasOtherPages: true, isDevelopment: false, isHttps: true }
  const request = requestOf('/shop')
  secure(request, new FrontResponse(request), site)
  expect(await headersOf(request)).toMatchObject({
    'Content-Security-Policy': "object-src 'none'; base-uri 'self'; frame-ancestors 'none'",
    'X-Frame-Options': 'DENY',
  })
})

describe('the host’s Payload configuration', () => {
  const asked = /from '(payload-license-manager\/[^']+)'/.exec(
    readFileSync('plugins/license-manager/portal/appConfig.ts', 'utf8'),
  )?.[1]

  it('is what Turbopack and webpack find where the portal asks for it', () => {
    const { turbopack, webpack } = withLicenseManager()
    const aliases: unknown = turbopack?.resolveAlias
    expect(aliases).toEqual({ [String(asked)]: './payload.config.ts' })
    const made: unknown = webpack?.({ resolve: {} }, {} as never)
    expect(made).toEqual({
      resolve: { alias: { [String(asked)]: path.resolve('payload.config.ts') } },
    })
  })

  it('may be elsewhere, and has to be there', () => {
    const { turbopack } = withLicenseManager({}, { payloadConfig: 'next.config.ts' })
    expect(Object.values(turbopack?.resolveAlias ?? {})).toEqual(['./next.config.ts'])
    expect(() => withLicenseManager({}, { payloadConfig: 'no.config.ts' })).toThrow('no.config.ts')
  })
})

describe('the keys of certificates', () => {
  const keys = { destination: '/api/license-keys', source: '/.well-known/license-keys.json' }
  const own = { destination: '/elsewhere', source: '/somewhere' }

  it.each<[string, NextConfig['rewrites'], unknown]>([
    ['nothing', undefined, [keys]],
    ['a list', async () => [own], [own, keys]],
    [
      'lists by when they count',
      async () => ({ afterFiles: [own], beforeFiles: [own], fallback: [own] }),
      { afterFiles: [own, keys], beforeFiles: [own], fallback: [own] },
    ],
  ])(
    'are where software looks for them, beside %s of the host’s',
    async (_, rewrites, expected) => {
      expect(await withLicenseManager({ rewrites }).rewrites?.()).toEqual(expected)
    },
  )
})

function withoutNonce(response: FrontResponse): string {
  return String(response.getHeader('Content-Security-Policy')).replace(/'nonce-[^']+'/g, 'nonce')
}
