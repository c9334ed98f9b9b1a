import type { Payload } from 'payload'
import { describe, expect, it } from 'vitest'

import { cookieName, cookieOptions, type PortalCookie } from '../../../src/portal/session/cookie'
import { isSameOrigin } from '../../../src/portal/session/sameOrigin'

/** Another site's page that writes in the customer's name, and cookies that others could read or set. */
const serverURL = 'https://portal.example'

describe('a write from another origin', () => {
  const from = (origin: null | string, headers: Record<string, string> = {}) =>
    isSameOrigin(new Headers({ ...headers, ...(origin === null ? {} : { origin }) }), serverURL)

  it('passes from a page of this site', () => {
    expect(from('https://portal.example')).toBe(true)
  })

  it.each([
    null,
    '',
    'null',
    'https://evil.example',
    'http://portal.example',
    'https://portal.example:8443',
    'https://portal.example.evil.example',
    'https://sub.portal.example',
    'https://user@portal.example',
    'https://PORTAL.example.',
  ])('is refused from %j', (origin) => {
    expect(from(origin)).toBe(false)
  })

  it('does not become this one by what Host, Referer or X-Forwarded-Host say', () => {
    const headers = {
      host: 'evil.example',
      referer: 'https://portal.example/customer',
      'x-forwarded-host': 'evil.example',
    }
    expect(from('https://evil.example', headers)).toBe(false)
    expect(from(null, headers)).toBe(false)
  })
})

describe('the portal’s cookies', () => {
  const payloadAt = (url: string) => ({ config: { serverURL: url } }) as unknown as Payload
  const cookies: PortalCookie[] = ['device', 'secondFactor', 'session']

  it.each(cookies)('%s: over https it is this host’s alone, and no script’s', (cookie) => {
    const payload = payloadAt(serverURL)
    expect(cookieName(payload, cookie)).toMatch(/^__Host-lm-/)
    expect(cookieOptions(payload, null)).toEqual({
      httpOnly: true,
      path: '/',
      sameSite: 'lax',
      secure: true,
    })
  })

  it.each(cookies)('%s: has a name of its own, not the administrators’', (cookie) => {
    const name = cookieName(payloadAt('http://localhost:3000'), cookie)
    expect(name).toMatch(/^lm-/)
    expect(name).not.toBe('payload-token')
    expect(
      cookies.filter((other) => cookieName(payloadAt(serverURL), other).endsWith(name)),
    ).toEqual([cookie])
  })
})
