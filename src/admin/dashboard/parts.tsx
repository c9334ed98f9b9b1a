import { Link } from '@payloadcms/ui'

import { growth } from '../../statistics/growth'
import type { Window } from '../../statistics/windows'
import { fill } from '../../text/fill'
import type { WidgetContext } from './widget'

type FigureProps = {
  /** The list of what was counted. */
  href: string
  isLarge?: boolean
  label: string
  value: string
}

/** A number that leads to the list of what it counts. */
export function Figure({ href, isLarge = false, label, value }: FigureProps) {
  return (
    <Link className={isLarge ? 'lm-figure lm-figure--large' : 'lm-figure'} href={href}>
      <span className="lm-figure__label">{label}</span> <strong>{value}</strong>
    </Link>
  )
}

type TrendProps = {
  before: number
  context: WidgetContext
  current: number
  days: Window
  /** Whether more is better, for the colour. */
  isMoreBetter: boolean
}

/** How much more or less that is than in as many days before. */
export function Trend({ before, context, current, days, isMoreBetter }: TrendProps) {
  const change = growth(current, before)
  const tone = current === before ? 'even' : current > before === isMoreBetter ? 'good' : 'bad'
  return (
    <p className={`lm-trend lm-trend--${tone}`}>
      {current !== before && <span aria-hidden>{current > before ? '▲' : '▼'}</span>}{' '}
      {trendText(change, { before, context, current, days })}
    </p>
  )
}

function trendText(
  change: null | number,
  { before, context: { format, texts }, current, days }: Omit<TrendProps, 'isMoreBetter'>,
): string {
  const values = { before: format.number(before), days: format.number(days) }
  if (current === before) return fill(texts.trend.same, values)
  if (change === null) return fill(texts.trend.fromNone, values)
  return fill(texts.trend.changed, { ...values, change: format.change(change) })
}
