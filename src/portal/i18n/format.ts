import { keepFew } from '../../text/keepFew'

/** Dates and numbers in a visitor's locale and time zone. */
export type Formats = ReturnType<typeof createFormats>

type Moment = null | string | undefined

/**
 * The formats of a visitor. They are used on the server only, so that the browser never has to arrive at the same text.
 *
 * @param locale BCP 47 tag
 * @param timeZone of the visitor; UTC while unknown, and then named beside every time
 */
export function createFormats(locale: string, timeZone: string) {
  return formatsOf(`${locale} ${timeZone}`)
}

/** Visitors choose both, and each takes a fifth of a megabyte. */
const mostKept = 20

const formatsOf = keepFew((name) => {
  const [locale = '', timeZone = ''] = name.split(' ')
  const dates = { day: 'numeric', month: 'short', year: 'numeric' } as const
  const times = { hour: 'numeric', minute: '2-digit' } as const
  const zoneName = timeZone === 'UTC' ? ({ timeZoneName: 'short' } as const) : {}
  const day = new Intl.DateTimeFormat(locale, { ...dates, timeZone: 'UTC' })
  const date = new Intl.DateTimeFormat(locale, { ...dates, timeZone })
  const time = new Intl.DateTimeFormat(locale, { ...times, ...zoneName, timeZone })
  const exact = new Intl.DateTimeFormat(locale, {
    ...dates,
    ...times,
    timeZone,
    timeZoneName: 'short',
  })
  const number = new Intl.NumberFormat(locale)
  const sizes = keepFew((unit) => sizeFormat(locale, unit))

  return {
    /** The size of a file in the unit that fits it: 1 MB is 1,000,000 bytes. */
    bytes: (value: number) => formatBytes(sizes, value),
    /** The calendar day of something that happened, where the visitor is. */
    date: (moment: Moment) => formatWith(date, moment),
    /**
     * The last day of a validity. It is kept as the end of that day in UTC, so it is read in UTC: elsewhere it would
     * appear as the day after.
     */
    day: (moment: Moment) => formatWith(day, moment),
    /** Day, time and name of the zone, where there is room for it. */
    exact: (moment: Moment) => formatWith(exact, moment),
    number: (value: number) => number.format(value),
    time: (moment: Moment) => formatWith(time, moment),
  }
}, mostKept)

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte']

function sizeFormat(locale: string, unit: string): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, {
    maximumFractionDigits: 1,
    style: 'unit',
    unit,
    // The short form has no plural: "62 byte".
    unitDisplay: unit === 'byte' ? 'long' : 'short',
  })
}

function formatBytes(sizes: (unit: string) => Intl.NumberFormat, value: number): string {
  const power = value < 1000 ? 0 : Math.min(Math.floor(Math.log10(value) / 3), units.length - 1)
  return sizes(units[power] ?? 'byte').format(value / 1000 ** power)
}

function formatWith(format: Intl.DateTimeFormat, moment: Moment): null | string {
  if (!moment) return null
  const date = new Date(moment)
  return Number.isNaN(date.getTime()) ? null : format.format(date)
}
