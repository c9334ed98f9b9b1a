import { describe, expect, it } from 'vitest'

import type { License } from '../../../src/licensing/types'
import { validateLicense } from '../../../src/licensing/validate'

const now = new Date('2027-01-31T12:00:00.000Z')
const installation = { domain: 'shop.example.com', ip: '10.0.0.7' }

const sound: License = {
  code: 'CODE',
  customerId: null,
  domains: [],
  email: null,
  entitlements: {},
  expirationDays: null,
  expiresAt: null,
  id: 'license',
  ips: [],
  isEnvato: false,
  isValid: true,
  parallelUses: null,
  product: { id: 'product', isActive: true, referenceId: 'PRD-1' },
  supportUntil: null,
  totalUses: null,
  type: 'perpetual',
  updatesUntil: null,
}

/** What can be wrong with a licence, in the order in which it is reported. */
const faults: [string, Partial<License>][] = [
  ['blocked', { isValid: false }],
  ['expired', { expiresAt: new Date('2027-01-31T11:59:59.999Z') }],
  ['product_inactive', { product: { ...sound.product, isActive: false } }],
  ['domain_not_allowed', { domains: ['example.com'] }],
  ['ip_not_allowed', { ips: ['10.0.1.*'] }],
]

describe('validateLicense', () => {
  it('lets a sound licence in', () => {
    expect(validateLicense(sound, installation, now)).toBeNull()
    expect(validateLicense(sound, { domain: null, ip: null }, now)).toBeNull()
  })

  it('lets in what the allow-lists name', () => {
    const license = { ...sound, domains: ['*.example.com'], ips: ['10.0.0.*'] }
    expect(validateLicense(license, installation, now)).toBeNull()
  })

  it('still lets a licence in at the very moment that it expires', () => {
    expect(validateLicense({ ...sound, expiresAt: now }, installation, now)).toBeNull()
  })

  it('ignores dates of updates and support', () => {
    const past = new Date('2020-01-01T00:00:00.000Z')
    const license = { ...sound, supportUntil: past, updatesUntil: past }
    expect(validateLicense(license, installation, now)).toBeNull()
  })

  it.each(faults)('refuses with %s', (code, fault) => {
    expect(validateLicense({ ...sound, ...fault }, installation, now)).toBe(code)
  })

  const pairs = faults.flatMap(([first, a], index) =>
    faults.slice(index + 1).map(([second, b]) => ({ first, license: { ...a, ...b }, second })),
  )
  it.each(pairs)('reports $first before $second', ({ first, license }) => {
    expect(validateLicense({ ...sound, ...license }, installation, now)).toBe(first)
  })
})
