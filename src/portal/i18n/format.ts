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
  const bytes = (value: number) => formatBytes(locale, value)

  return {
    /** The size of a file in the unit that fits it: 1 MB is 1,000,000 bytes. */
    bytes,
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
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte']

function formatBytes(locale: string, value: number): string {
  const power = value < 1000 ? 0 : Math.min(Math.floor(Math.log10(value) / 3), units.length - 1)
  const options = {
    maximumFractionDigits: 1,
    style: 'unit',
    unit: units[power],
    // The short form has no plural: "62 byte".
    unitDisplay: power === 0 ? 'long' : 'short',
  } as const
  return new Intl.NumberFormat(locale, options).format(value / 1000 ** power)
}

function formatWith(format: Intl.DateTimeFormat, moment: Moment): null | string {
  if (!moment) return null
  const date = new Date(moment)
  return Number.isNaN(date.getTime()) ? null : format.format(date)
}
