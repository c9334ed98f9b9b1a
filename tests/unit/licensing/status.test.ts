import { describe, expect, it } from 'vitest'

import { inclusiveEnd } from '../../../src/licensing/dates'
import { deriveStatus } from '../../../src/licensing/status'

const now = new Date('2027-01-31T12:00:00.000Z')

describe('deriveStatus', () => {
  it.each([
    [{}, 'active'],
    [{ expiresAt: null, isValid: null }, 'active'],
    [{ expiresAt: '2027-02-01T00:00:00.000Z', isValid: true }, 'active'],
    [{ expiresAt: '2027-01-31T12:00:00.000Z' }, 'active'],
    [{ expiresAt: new Date('2027-01-31T11:59:59.999Z') }, 'expired'],
    [{ expiresAt: '2027-01-31T13:00:00+02:00' }, 'expired'],
    [{ expiresAt: '2020-01-01T00:00:00.000Z', isValid: false }, 'blocked'],
    [{ expiresAt: '2030-01-01T00:00:00.000Z', isValid: false }, 'blocked'],
    [{ isValid: false }, 'blocked'],
  ] as const)('%j is %s', (license, status) => {
    expect(deriveStatus(license, now)).toBe(status)
  })

  it('includes the whole of the day that a bare date names', () => {
    const license = { expiresAt: inclusiveEnd('2027-01-31') }
    expect(deriveStatus(license, new Date('2027-01-31T23:59:59.999Z'))).toBe('active')
    expect(deriveStatus(license, new Date('2027-02-01T00:00:00.000Z'))).toBe('expired')
  })
})
