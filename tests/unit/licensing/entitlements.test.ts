import { describe, expect, it } from 'vitest'

import {
  entitlementError,
  mergeEntitlements,
  storeEntitlements,
} from '../../../src/licensing/entitlements'

describe('mergeEntitlements', () => {
  it('gives what the product gives, with the licence’s own values in their place, by name', () => {
    const ofProduct = storeEntitlements({ seats: 5, api: false, tier: 'basic' })
    const ofLicense = storeEntitlements({ tier: 'gold', extra: true })
    expect(mergeEntitlements(ofProduct, ofLicense)).toEqual({
      api: false,
      extra: true,
      seats: 5,
      tier: 'gold',
    })
    expect(Object.keys(mergeEntitlements(ofProduct, ofLicense))).toEqual([
      'api',
      'extra',
      'seats',
      'tier',
    ])
  })

  it('gives nothing where there is nothing', () => {
    expect(mergeEntitlements([], [])).toEqual({})
  })

  it('lets no name reach the prototype of the answer', () => {
    const merged = mergeEntitlements([{ kind: 'flag', name: '__proto__', value: 'true' }], [])
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype)
    expect({}).not.toHaveProperty('polluted')
  })
})

describe('entitlementError', () => {
  it.each([
    ['flag', 'true'],
    ['flag', 'false'],
    ['number', '0'],
    ['number', '-12.5'],
    ['number', '999999999999999'],
    ['text', 'gold'],
  ] as const)('takes %s %s', (kind, value) => {
    expect(entitlementError({ kind, value })).toBeNull()
  })

  it.each([
    ['flag', 'yes'],
    ['number', 'many'],
    ['number', '1e5'],
    ['number', '1234567890123456'],
    ['text', ''],
    ['text', 'x'.repeat(1001)],
  ] as const)('refuses %s %s', (kind, value) => {
    expect(entitlementError({ kind, value })).toEqual(expect.any(String))
  })
})
