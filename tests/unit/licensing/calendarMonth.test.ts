import { expect, it } from 'vitest'

import { calendarMonth } from '../../../src/licensing/calendarMonth'

it.each([
  ['2027-01-01T00:00:00.000Z', '2027-01-01', '2027-02-01'],
  ['2027-12-31T23:59:59.999Z', '2027-12-01', '2028-01-01'],
  ['2028-02-29T12:00:00.000Z', '2028-02-01', '2028-03-01'],
])('the calendar month of %s begins on %s and ends before %s', (moment, start, end) => {
  const midnight = (day: string) => new Date(`${day}T00:00:00.000Z`)
  expect(calendarMonth(new Date(moment))).toEqual({ end: midnight(end), start: midnight(start) })
})
