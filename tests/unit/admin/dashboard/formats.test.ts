import { describe, expect, it } from 'vitest'

import { filters, queryOf } from '../../../../src/admin/dashboard/filters'
import { formatsIn } from '../../../../src/admin/dashboard/formats'

const [en, de] = [formatsIn('en'), formatsIn('de')]
const period = { first: '2026-03-30', last: '2026-04-05' }

describe('figures of the dashboard', () => {
  it('show moments in UTC and say so, wherever the server stands', () => {
    expect(en.moment(new Date('2026-03-31T23:30:00.000Z'))).toBe('Mar 31, 2026, 11:30 PM UTC')
    expect(de.moment(new Date('2026-03-31T23:30:00.000Z'))).toBe('31. März 2026, 23:30 UTC')
  })

  it('name periods', () => {
    expect(en.period(period, 'day')).toEqual({ name: 'Mar 30, 2026', short: 'Mar 30' })
    expect(en.period(period, 'week')).toEqual({ name: 'Week of Mar 30, 2026', short: 'Mar 30' })
    expect(en.period(period, 'month')).toEqual({ name: 'March 2026', short: 'Mar 2026' })
    expect(de.period(period, 'week')).toEqual({ name: 'Woche ab 30.03.2026', short: '30. März' })
  })

  it('are shortened at an axis from ten thousand on', () => {
    expect([9999, 10_000, 2_500_000].map(en.compact)).toEqual(['9,999', '10K', '2.5M'])
  })

  it('show a change with its sign', () => {
    expect([0.25, -0.2, 0, 12].map(en.change)).toEqual(['+25%', '-20%', '0%', '+1,200%'])
  })

  it('lead to a list by its address', () => {
    const query = queryOf(filters.attemptsFor('a&b', new Date('2026-03-31T00:00:00.000Z')))
    expect([...new URLSearchParams(query)]).toEqual([
      ['where[or][0][and][0][reason][equals]', 'a&b'],
      ['where[or][0][and][1][createdAt][greater_than_equal]', '2026-03-01T00:00:00.000Z'],
    ])
  })
})
