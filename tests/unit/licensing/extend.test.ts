import { describe, expect, it } from 'vitest'

import { extended } from '../../../src/licensing/extend'
import { parseWarningDays } from '../../../src/licensing/warningDays'

const now = new Date('2026-06-01T12:00:00.000Z')

describe('a date is put off', () => {
  it.each([
    ['from itself while it is to come', '2026-07-01T00:00:00.000Z', 30, '2026-07-31T00:00:00.000Z'],
    ['from now where it has passed', '2026-01-01T00:00:00.000Z', 30, '2026-07-01T12:00:00.000Z'],
    ['not at all where there is none', null, 30, null],
    ['not at all where it was never set', undefined, 30, null],
  ])('%s', (_when, date, days, expected) => {
    expect(extended(date, days, now)).toBe(expected)
  })
})

describe('the days of warnings', () => {
  it.each([
    ['30,7,1', [30, 7, 1]],
    [' 1 , 30,7, 7 ', [30, 7, 1]],
    ['365', [365]],
    ['', null],
    ['0', null],
    ['366', null],
    ['7,', null],
    ['7;1', null],
    ['-1', null],
    ['1.5', null],
    ['1,2,3,4,5,6,7,8,9,10,11', null],
  ])('%s', (text, expected) => {
    expect(parseWarningDays(text)).toEqual(expected)
  })
})
