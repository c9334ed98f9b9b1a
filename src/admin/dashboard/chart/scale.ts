/** The axis of a chart: from the first tick to the last. */
export type Scale = { max: number; min: number; ticks: number[] }

const mostSteps = 4

/**
 * An axis of whole, round numbers around values: steps of 1, 2 or 5 times a power of ten, at most four of them.
 *
 * @param options `fromZero`: whether the axis has to begin at zero, as it must where lengths are compared
 */
export function scaleOf(values: readonly number[], { fromZero }: { fromZero: boolean }): Scale {
  const high = Math.max(0, ...values)
  const lowest = values.length > 0 ? Math.min(...values) : 0
  const low = fromZero || lowest === high ? Math.min(0, lowest) : lowest
  for (let power = 1; ; power *= 10) {
    for (const step of [power, 2 * power, 5 * power]) {
      const min = Math.floor(low / step) * step
      const steps = Math.max(1, Math.ceil((high - min) / step))
      if (steps > mostSteps) continue
      const ticks = Array.from({ length: steps + 1 }, (_, index) => min + index * step)
      return { max: min + steps * step, min, ticks }
    }
  }
}

/** How far up an axis a value is, from 0 to 100. */
export function heightOn({ max, min }: Scale, value: number): number {
  return ((value - min) / (max - min)) * 100
}
