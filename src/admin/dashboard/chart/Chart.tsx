import type { ReactNode } from 'react'

import type { Formats } from '../formats'
import { heightOn, type Scale, scaleOf } from './scale'

/** A point of a chart: its period, as it is named in full and below the chart, and how much. */
export type Point = { name: string; short: string; value: number }

type ChartProps = {
  format: Pick<Formats, 'compact' | 'number'>
  /** Bars for how much came in a period, a line for how much there was at its end. */
  kind: 'bars' | 'line'
  points: readonly Point[]
}

/**
 * A chart that is drawn on the server, in the theme's colours. It is for the eye: what it shows is to stand beside it as a table, for
 * those who do not see it.
 */
export function Chart({ format, kind, points }: ChartProps) {
  const values = points.map(({ value }) => value)
  // The rise of a line that stays far above zero would not be seen against it.
  const isFarAbove = kind === 'line' && 2 * Math.min(...values) > Math.max(...values)
  const scale = scaleOf(values, { fromZero: !isFarAbove })
  const width = 100 / Math.max(points.length, 1)
  const [first, middle, last] = [points[0], points[(points.length - 1) >> 1], points.at(-1)]
  return (
    <div aria-hidden className="lm-chart">
      <div className="lm-chart__y">
        {scale.ticks.map((tick) => (
          <span key={tick}>{format.compact(tick)}</span>
        ))}
      </div>
      <svg
        className="lm-chart__plot"
        focusable="false"
        preserveAspectRatio="none"
        viewBox="0 0 100 100"
      >
        {scale.ticks.map((tick) => {
          const y = 100 - heightOn(scale, tick)
          return <line className="lm-chart__line" key={tick} x1="0" x2="100" y1={y} y2={y} />
        })}
        {kind === 'bars' ? bars(values, scale, width) : curve(values, scale, width)}
        {points.map(({ name, value }, index) => (
          <rect
            className="lm-chart__hit"
            height="100"
            key={name}
            width={width}
            x={index * width}
            y="0"
          >
            <title>{`${name}: ${format.number(value)}`}</title>
          </rect>
        ))}
      </svg>
      <div className="lm-chart__x">
        <span>{first?.short}</span>
        <span>{middle?.short}</span>
        <span>{last?.short}</span>
      </div>
    </div>
  )
}

function bars(values: readonly number[], scale: Scale, width: number): ReactNode {
  return values.map((value, index) => {
    const height = heightOn(scale, value)
    // The last period is not over yet.
    const className =
      index === values.length - 1 ? 'lm-chart__bar lm-chart__bar--open' : 'lm-chart__bar'
    return (
      <rect
        className={className}
        height={height}
        key={index}
        width={width * 0.7}
        x={(index + 0.15) * width}
        y={100 - height}
      />
    )
  })
}

function curve(values: readonly number[], scale: Scale, width: number): ReactNode {
  const points = values.map(
    (value, index) => `${(index + 0.5) * width},${100 - heightOn(scale, value)}`,
  )
  return <polyline className="lm-chart__curve" points={points.join(' ')} />
}
