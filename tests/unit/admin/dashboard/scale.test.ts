import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { heightOn, scaleOf } from '../../../../src/admin/dashboard/chart/scale'
import '../../licensing/fixedSeed'

describe('the axis of a chart', () => {
  it.each([
    [[], true, [0, 1]],
    [[0, 0], true, [0, 1]],
    [[1], true, [0, 1]],
    [[3, 7], true, [0, 2, 4, 6, 8]],
    [[10], true, [0, 5, 10]],
    [[999_999], true, [0, 500_000, 1_000_000]],
    [[1010, 1035], false, [1010, 1020, 1030, 1040]],
    [[1000, 1000], false, [0, 500, 1000]],
    [[0, 4], false, [0, 1, 2, 3, 4]],
  ])('of %j, from zero: %s, has the ticks %j', (values, fromZero, ticks) => {
    expect(scaleOf(values, { fromZero }).ticks).toEqual(ticks)
  })

  it('has whole, even steps, at most four of them, and holds every value', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.boolean(), (values, fromZero) => {
        const scale = scaleOf(values, { fromZero })
        const { max, min, ticks } = scale
        expect(ticks.length).toBeGreaterThan(1)
        expect(ticks.length).toBeLessThan(6)
        expect([ticks[0], ticks.at(-1)]).toEqual([min, max])
        const step = (ticks[1] ?? 0) - min
        ticks.forEach((tick, index) => expect(tick).toBe(min + index * step))
        expect(Number.isInteger(step)).toBe(true)
        if (fromZero) expect(min).toBe(0)
        for (const value of values) {
          expect(heightOn(scale, value)).toBeGreaterThanOrEqual(0)
          expect(heightOn(scale, value)).toBeLessThanOrEqual(100)
        }
      }),
    )
  })
})
