import {
  type Interval,
  isInterval,
  type Period,
  periodsUntil,
  sumByPeriod,
} from '../../statistics/periods'
import type { Point } from './chart/Chart'
import type { WidgetContext } from './widget'

/** The interval that a widget is set to; weeks, where it is set to none. */
export function intervalOf({ data }: WidgetContext): Interval {
  return isInterval(data.interval) ? data.interval : 'week'
}

/** What fell into each of the periods up to a moment. */
export function seriesOf(
  days: ReadonlyMap<string, number>,
  until: Date,
  interval: Interval,
): { periods: Period[]; values: number[] } {
  const periods = periodsUntil(until, interval)
  return { periods, values: sumByPeriod(days, periods) }
}

/** The points of a chart. */
export function pointsOf(
  periods: readonly Period[],
  values: readonly number[],
  interval: Interval,
  { format }: WidgetContext,
): Point[] {
  return periods.map((period, index) => ({
    ...format.period(period, interval),
    value: values[index] ?? 0,
  }))
}
