import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { growth } from '../../../src/statistics/growth'
import {
  dayOf,
  intervals,
  isInterval,
  periodsUntil,
  spanDays,
  sumByPeriod,
  totalsAtEnd,
} from '../../../src/statistics/periods'
import { daysAfter } from '../../../src/statistics/windows'
import '../licensing/fixedSeed'

const dayMs = 24 * 60 * 60 * 1000
const moments = fc.date({
  max: new Date('2099-12-31'),
  min: new Date('2001-01-01'),
  noInvalidDate: true,
})

describe('periods', () => {
  it('by day end with the day of the moment, in UTC', () => {
    expect(periodsUntil(new Date('2024-03-01T00:00:00.000Z'), 'day', 3)).toEqual([
      { first: '2024-02-28', last: '2024-02-28' },
      { first: '2024-02-29', last: '2024-02-29' },
      { first: '2024-03-01', last: '2024-03-01' },
    ])
    expect(periodsUntil(new Date('2024-12-31T23:59:59.999Z'), 'day', 1)[0]?.first).toBe(
      '2024-12-31',
    )
  })

  it('by week begin on Monday, also across a year', () => {
    expect(periodsUntil(new Date('2027-01-03T23:59:59.999Z'), 'week', 2)).toEqual([
      { first: '2026-12-21', last: '2026-12-27' },
      { first: '2026-12-28', last: '2027-01-03' },
    ])
    expect(periodsUntil(new Date('2027-01-04T00:00:00.000Z'), 'week', 1)).toEqual([
      { first: '2027-01-04', last: '2027-01-10' },
    ])
  })

  it('by month have the days that months have, whatever day it is', () => {
    expect(periodsUntil(new Date('2025-03-31T12:00:00.000Z'), 'month', 3)).toEqual([
      { first: '2025-01-01', last: '2025-01-31' },
      { first: '2025-02-01', last: '2025-02-28' },
      { first: '2025-03-01', last: '2025-03-31' },
    ])
  })

  it('follow on each other, end with the moment and go back no further than what is read', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...intervals), (moment, interval) => {
        const periods = periodsUntil(moment, interval)
        const today = dayOf(moment)
        const last = periods.at(-1)
        expect(last && last.first <= today && today <= last.last).toBe(true)
        periods.slice(1).forEach(({ first }, index) => {
          const before = new Date(`${periods[index]?.last}T00:00:00.000Z`)
          expect(first).toBe(dayOf(new Date(before.getTime() + dayMs)))
        })
        const furthest = dayOf(daysAfter(moment, -spanDays[interval]))
        expect((periods[0]?.first ?? '') >= furthest).toBe(true)
      }),
    )
  })
})

describe('what fell into a period', () => {
  const periods = periodsUntil(new Date('2025-03-31T12:00:00.000Z'), 'month', 2)

  it('is the sum of its days; other days are left out', () => {
    const days = new Map([
      ['2025-01-31', 1],
      ['2025-02-01', 2],
      ['2025-02-28', 3],
      ['2025-03-01', 4],
      ['2025-04-01', 5],
    ])
    expect(sumByPeriod(days, periods)).toEqual([5, 4])
  })

  it('is nothing where nothing was counted', () => {
    expect(sumByPeriod(new Map(), periods)).toEqual([0, 0])
  })
})

describe('totals at the end of periods', () => {
  it('go back from the present total', () => {
    expect(totalsAtEnd(10, [1, 0, 3])).toEqual([7, 7, 10])
    expect(totalsAtEnd(0, [])).toEqual([])
  })

  it('rise by what each period added', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.nat(1000)), (before, added) => {
        const sum = added.reduce((one, other) => one + other, before)
        const totals = totalsAtEnd(sum, added)
        added.forEach((value, index) =>
          expect(totals[index]).toBe((index === 0 ? before : (totals[index - 1] ?? 0)) + value),
        )
      }),
    )
  })
})

describe('growth', () => {
  it.each([
    [5, 4, 0.25],
    [4, 5, -0.2],
    [0, 5, -1],
    [5, 5, 0],
    [5, 0, null],
    [0, 0, null],
  ])('of %d against %d is %s', (current, before, expected) => {
    expect(growth(current, before)).toBe(expected)
  })
})

it.each([
  ['day', true],
  ['week', true],
  ['month', true],
  ['year', false],
  ['constructor', false],
  [undefined, false],
  [{ $ne: 'day' }, false],
])('an interval of a setting is known: %s %s', (value, isKnown) => {
  expect(isInterval(value)).toBe(isKnown)
})
