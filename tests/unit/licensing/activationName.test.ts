import { describe, expect, it } from 'vitest'

import { longestActivationName, readActivationName } from '../../../src/licensing/activationName'

describe('the name of an activation', () => {
  it.each([
    ['Laptop of Anna', 'Laptop of Anna'],
    ['  Büro \n  2 ', 'Büro 2'],
    ['e\u0301', 'é'],
    ['', null],
    [' \t ', null],
  ])('%j is kept as %j', (input, name) => {
    expect(readActivationName(input)).toEqual({ name })
  })

  it.each([null, undefined, 7, {}, ['x']])('%j is none', (input) => {
    expect(readActivationName(input)).toEqual({ error: 'nameInvalid' })
  })

  it('has as many characters as the column holds, and not one more', () => {
    expect(readActivationName('x'.repeat(longestActivationName))).toHaveProperty('name')
    expect(readActivationName('x'.repeat(longestActivationName + 1))).toEqual({
      error: 'nameTooLong',
    })
  })

  it.each(['a\0b', 'a\u202eb', 'a\ud800b', 'a\u0007b'])(
    'with characters that cannot be stored or turn the text around is refused: %j',
    (input) => {
      expect(readActivationName(input)).toEqual({ error: 'nameInvalid' })
    },
  )
})
