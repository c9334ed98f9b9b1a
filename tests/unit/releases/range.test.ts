import fc from 'fast-check'
import { expect, it } from 'vitest'

import { readRange } from '../../../src/releases/range'

it.each([
  ['bytes=0-0', 10, { end: 0, start: 0 }],
  ['bytes=2-5', 10, { end: 5, start: 2 }],
  ['bytes=7-', 10, { end: 9, start: 7 }],
  ['bytes=7-99', 10, { end: 9, start: 7 }],
  ['bytes=-3', 10, { end: 9, start: 7 }],
  ['bytes=-30', 10, { end: 9, start: 0 }],
  ['bytes=10-', 10, 'unsatisfiable'],
  ['bytes=-0', 10, 'unsatisfiable'],
  ['bytes=0-', 0, 'unsatisfiable'],
  ['bytes=5-2', 10, null],
  ['bytes=0-1,4-5', 10, null],
  ['bytes=-', 10, null],
  ['items=0-1', 10, null],
  [null, 10, null],
])('%s of %d bytes is %j', (header, size, range) => {
  expect(readRange(header, size)).toEqual(range)
})

it('never reaches beyond the file, whatever is asked for', () => {
  const number = fc.oneof(fc.nat(), fc.constantFrom('', '-1', '9'.repeat(30), 'x'))
  fc.assert(
    fc.property(number, number, fc.nat(1000), (first, last, size) => {
      const range = readRange(`bytes=${first}-${last}`, size)
      if (range === null || range === 'unsatisfiable') return
      expect(range.start).toBeGreaterThanOrEqual(0)
      expect(range.end).toBeGreaterThanOrEqual(range.start)
      expect(range.end).toBeLessThan(size)
    }),
  )
})
