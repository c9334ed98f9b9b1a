const minuteMs = 60 * 1000

const units: [Intl.RelativeTimeFormatUnit, minutes: number][] = [
  ['day', 24 * 60],
  ['hour', 60],
  ['minute', 1],
]

/** How long ago a moment was, in words: the same in every time zone. */
export function ago(moment: Date, now: Date, language: string): string {
  const minutes = Math.max(0, Math.round((now.getTime() - moment.getTime()) / minuteMs))
  const [unit, length] = units.find(([, least]) => minutes >= least) ?? ['minute', 1]
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'always' })
  return format.format(-Math.floor(minutes / length), unit)
}
