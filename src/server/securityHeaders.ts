import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

import { isPortalPath } from '../http/portalPath'
import { adminPolicy, dataPolicy, pagePolicy, type Site } from './contentSecurityPolicy'
import type { FrontResponse } from './frontResponse'
import { pathOf } from './pathOf'
import { setRequestHeader } from './requestHeader'

type Headers = Record<string, string>

const yearInSeconds = 365 * 24 * 60 * 60

const permissions = [
  'camera=()',
  'geolocation=()',
  'microphone=()',
  'payment=()',
  'usb=()',
  'publickey-credentials-create=(self)',
  'publickey-credentials-get=(self)',
].join(', ')

/**
 * Gives an answer the headers that protect whoever gets it, unless it sets them itself, and tells Next the nonce for the page's
 * scripts: Next reads it from the request's policy, so what the client sent there is dropped.
 *
 * Whatever is not known to be something else is treated as a page of the portal, but in a host with pages of its own: what is made when it is built
 * has no nonce, and would not run. Next's configuration protects those, see `withLicenseManager`.
 *
 * @param others further headers, set in the same way
 * @see https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html
 */
export function secure(
  request: IncomingMessage,
  response: FrontResponse,
  site: Site,
  others: Headers = {},
): void {
  for (const name of ['content-security-policy', 'content-security-policy-report-only', 'x-nonce'])
    setRequestHeader(request, name, undefined)
  response.lateHeaders = [
    others,
    headersFor(request, site),
    site.isHttps ? headersOverHttps : commonHeaders,
  ]
}

const commonHeaders: Headers = { 'X-Content-Type-Options': 'nosniff' }

const headersOverHttps: Headers = {
  ...commonHeaders,
  'Strict-Transport-Security': `max-age=${yearInSeconds}`,
}

function headersFor(request: IncomingMessage, site: Site): Headers {
  const path = pathOf(request)
  if (path.startsWith('/_next/')) return {}
  if (isBelow(path, '/api')) return dataHeaders
  if (isBelow(path, '/admin')) return adminHeaders
  const isPortal = site.hasPortal !== false && isPortalPath(decoded(path))
  if (site.hasOtherPages && !isPortal) return {}
  return pageHeaders(request, site)
}

const dataHeaders: Headers = {
  // An answer that may be kept says so itself.
  'Cache-Control': 'private, no-store',
  'Content-Security-Policy': dataPolicy,
  'Referrer-Policy': 'no-referrer',
}

const adminHeaders: Headers = {
  'Content-Security-Policy': adminPolicy,
  'Referrer-Policy': 'same-origin',
  'X-Frame-Options': 'SAMEORIGIN',
}

function pageHeaders(request: IncomingMessage, site: Site): Headers {
  const nonce = randomBytes(16).toString('base64')
  const policy = pagePolicy(nonce, site)
  setRequestHeader(request, 'content-security-policy', policy)
  setRequestHeader(request, 'x-nonce', nonce)
  return {
    'Cache-Control': 'private, no-store',
    'Content-Security-Policy': policy,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': permissions,
    // Not no-referrer: a form would then be sent with the origin "null", and refused.
    'Referrer-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
  }
}

/** As Next reads it to find the page. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}
