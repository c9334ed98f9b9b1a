import { describe, expect, it } from 'vitest'

import { isOwnedBy } from '../../../src/licensing/ownership'

const confirmedAt = '2027-01-01T00:00:00.000Z'
const customer = { clientId: 'CLIENT-1', confirmedAt, email: 'ada@example.com' }

describe('isOwnedBy', () => {
  it.each([
    ['carries the Client ID', { customerId: 'CLIENT-1', email: null }, customer, true],
    [
      'carries the Client ID, whatever its e-mail',
      { customerId: 'CLIENT-1', email: 'bob@example.com' },
      { ...customer, confirmedAt: null },
      true,
    ],
    ['has the confirmed e-mail', { customerId: null, email: 'ada@example.com' }, customer, true],
    ['has it in capitals', { customerId: null, email: ' Ada@Example.com' }, customer, true],
    [
      'has an e-mail that is not confirmed',
      { customerId: null, email: 'ada@example.com' },
      { ...customer, confirmedAt: null },
      false,
    ],
    [
      "has the e-mail but another customer's Client ID",
      { customerId: 'CLIENT-2', email: 'ada@example.com' },
      customer,
      false,
    ],
    ['has another Client ID', { customerId: 'client-1', email: null }, customer, false],
    ['has neither', { customerId: null, email: null }, customer, false],
    [
      'has neither, like the customer',
      { customerId: null, email: '' },
      { confirmedAt, email: '' },
      false,
    ],
    [
      'has no Client ID, like the customer',
      { customerId: null, email: null },
      { email: 'a@b.c' },
      false,
    ],
  ])('a licence that %s', (_name, license, owner, expected) => {
    expect(isOwnedBy(license, owner)).toBe(expected)
  })
})
