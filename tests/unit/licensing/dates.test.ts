import { expect, it } from 'vitest'

import { inclusiveEnd } from '../../../src/licensing/dates'

it.each([
  ['2027-01-31', '2027-01-31T23:59:59.999Z'],
  ['2027-01-31T00:00:00.000Z', '2027-01-31T00:00:00.000Z'],
  ['2027-01-31T10:00', '2027-01-31T10:00'],
  ['2027-1-31', '2027-1-31'],
  ['2027-01-31\n', '2027-01-31\n'],
  ['tomorrow', 'tomorrow'],
  ['', ''],
])('reads the end of a period from %j: %j', (value, end) => {
  expect(inclusiveEnd(value)).toBe(end)
})
