import { describe, expect, it } from 'vitest'

import { longestName, validateName } from '../../../src/accounts/names'

describe('validateName', () => {
  it.each([
    ['  Ada   Lovelace ', 'Ada Lovelace'],
    ['Zoe\u0308', 'Zoë'],
    ['李小龍', '李小龍'],
    ['<b>Bob</b>', '<b>Bob</b>'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    ['x'.repeat(longestName), 'x'.repeat(longestName)],
  ])('accepts %s', (input, name) => {
    expect(validateName(input)).toEqual({ name })
  })

  it.each([
    ['', 'nameMissing'],
    [' \t\n', 'nameMissing'],
    [null, 'nameMissing'],
    [42, 'nameMissing'],
    ['x'.repeat(longestName + 1), 'nameTooLong'],
    ['Bob\u0000', 'nameInvalid'],
    ['Bob\u202eeciuq', 'nameInvalid'],
    ['Bob\ud800', 'nameInvalid'],
    ['You won! https://evil.example', 'nameInvalid'],
    ['Claim at WWW.evil.example now', 'nameInvalid'],
  ])('refuses %j', (input, error) => {
    expect(validateName(input)).toEqual({ error })
  })
})
