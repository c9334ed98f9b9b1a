import type { Interval, Period } from '../../statistics/periods'
import { fill } from '../../text/fill'
import { textsIn } from '../i18n/texts'
import { dashboardTexts } from './texts'

/** Numbers and days in the administrator's language. Days are counted by UTC, and so they and the times are shown. */
export type Formats = ReturnType<typeof formatsIn>

export function formatsIn(language: string) {
  const texts = textsIn(dashboardTexts, language)
  const inUtc = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
    return (moment: Date) => format.format(moment)
  }
  const number = new Intl.NumberFormat(language)
  const compact = new Intl.NumberFormat(language, { maximumFractionDigits: 1, notation: 'compact' })
  const signed = new Intl.NumberFormat(language, { signDisplay: 'exceptZero' })
  const change = new Intl.NumberFormat(language, { signDisplay: 'exceptZero', style: 'percent' })
  const share = new Intl.NumberFormat(language, { style: 'percent' })
  const day = inUtc({ dateStyle: 'medium' })
  const shortDay = inUtc({ day: 'numeric', month: 'short' })
  const month = inUtc({ month: 'long', year: 'numeric' })
  const shortMonth = inUtc({ month: 'short', year: 'numeric' })
  return {
    /** A part of what was, with its sign: +25%. */
    change: (value: number) => change.format(value),
    /** For the axis of a chart: 12K. */
    compact: (value: number) => (Math.abs(value) < 10_000 ? number : compact).format(value),
    moment: inUtc({
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      month: 'short',
      timeZoneName: 'short',
      year: 'numeric',
    }),
    number: (value: number) => number.format(value),
    /** A period as a whole, and as it is named below a chart. */
    period: ({ first }: Period, interval: Interval): { name: string; short: string } => {
      const start = new Date(`${first}T00:00:00.000Z`)
      if (interval === 'month') return { name: month(start), short: shortMonth(start) }
      const name = interval === 'day' ? day(start) : fill(texts.weekOf, { day: day(start) })
      return { name, short: shortDay(start) }
    },
    share: (value: number) => share.format(value),
    signed: (value: number) => signed.format(value),
  }
}
