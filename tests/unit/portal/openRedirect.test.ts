import { describe, expect, it } from 'vitest'

import { safeRedirect } from '../../../src/portal/session/redirect'

/** A login link that leads on to a copy of the site, which asks for the password once more. */
describe('the page after the login', () => {
  it.each([
    '/customer/product-licenses?q=tide&show=active',
    '/customer/settings#name',
    '/customer',
    '/customer/product-licenses/x?next=https://evil.example',
  ])('is the one that was asked for: %s', (target) => {
    expect(safeRedirect(target)).toBe(target)
  })

  it.each([
    '',
    null,
    undefined,
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/%2f%2fevil.example',
    '%2f%2fevil.example',
    '/customer/%2f%2fevil.example',
    '/customer%5c@evil.example',
    '/\tevil.example',
    '/\t/evil.example',
    '/customer\n//evil.example',
    '/customer/%0d%0aSet-Cookie:x=y',
    'https://evil.example/customer',
    'https:evil.example',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)//customer',
    'data:text/html,x',
    '//user@evil.example/customer',
    'http://localhost:3000@evil.example/customer',
    '@evil.example/customer',
    '/customer.evil.example',
    '/customers',
    '/customer/../admin',
    '/customer/..//evil.example',
    '/customer/%2e%2e/admin',
    '/admin',
    ' /customer',
  ])('is the dashboard for %j', (target) => {
    expect(safeRedirect(target)).toBe('/customer/dashboard')
  })
})
