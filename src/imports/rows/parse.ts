import { inclusiveEnd } from '../../licensing/dates'
import type { SlashDates } from '../mapping/options'

/** What a cell holds, or why it holds no such thing. */
export type Parsed<T> = { error: string } | { value: T }

const yes = [
  '1',
  'true',
  'yes',
  'y',
  'on',
  'active',
  'valid',
  'enabled',
  'ja',
  'wahr',
  'aktiv',
  'gültig',
  'x',
]
const no = [
  '0',
  'false',
  'no',
  'n',
  'off',
  'inactive',
  'invalid',
  'disabled',
  'blocked',
  'nein',
  'falsch',
  'inaktiv',
  'ungültig',
  'gesperrt',
]

/** A truth value, in the words of databases, spreadsheets and people. */
export function parseBoolean(text: string): Parsed<boolean> {
  const word = text.toLowerCase()
  if (yes.includes(word)) return { value: true }
  return no.includes(word) ? { value: false } : { error: 'boolean' }
}

/**
 * A limit: a whole number from 1 to a million.
 *
 * @param zeroIsNone 0 stands for no limit, as in other licence managers
 */
export function parseLimit(text: string, zeroIsNone: boolean): Parsed<null | number> {
  if (!/^\d{1,7}(?:\.0+)?$/.test(text)) return { error: 'number' }
  const value = Number(text)
  if (value === 0 && zeroIsNone) return { value: null }
  return value >= 1 && value <= 1_000_000 ? { value } : { error: 'number' }
}

const shortest = /^0000-00-00/

/**
 * A moment, as ISO text in UTC. Takes `2027-01-31`, with a time and a zone where there are any, and `31.01.2027`; with slashes only
 * where it was said what they mean. Databases' empty date `0000-00-00` is none.
 *
 * @param isEnd a bare day is meant to the end of that day
 */
export function parseMoment(
  text: string,
  { isEnd, slashDates }: { isEnd: boolean; slashDates: SlashDates },
): Parsed<null | string> {
  if (shortest.test(text)) return { value: null }
  if (/^\d{1,2}\/\d{1,2}\/\d{4}/.test(text) && !slashDates) return { error: 'dateAmbiguous' }
  const parts = partsOf(text, slashDates)
  if (!parts) return { error: 'date' }
  const { day, month, time, year, zone } = parts
  const bare = `${year}-${month}-${day}`
  if (!isDay(bare)) return { error: 'date' }
  const full = time
    ? `${bare}T${time}${zone || 'Z'}`
    : isEnd
      ? inclusiveEnd(bare)
      : `${bare}T00:00:00Z`
  const date = new Date(full)
  return Number.isNaN(date.getTime()) ? { error: 'date' } : { value: date.toISOString() }
}

type Parts = { day: string; month: string; time: string; year: string; zone: string }

const clock = String.raw`(?:[T ]+(?<time>\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(?<zone>Z|[+-]\d{2}:?\d{2})?)?$`
const forms = {
  dots: new RegExp(String.raw`^(?<first>\d{1,2})\.(?<second>\d{1,2})\.(?<year>\d{4})${clock}`, 'i'),
  iso: new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})${clock}`, 'i'),
  slashes: new RegExp(
    String.raw`^(?<first>\d{1,2})/(?<second>\d{1,2})/(?<year>\d{4})${clock}`,
    'i',
  ),
}

function partsOf(text: string, slashDates: SlashDates): null | Parts {
  const iso = forms.iso.exec(text)?.groups
  if (iso) return toParts(iso, iso.day, iso.month)
  const dots = forms.dots.exec(text)?.groups
  if (dots) return toParts(dots, dots.first, dots.second)
  const slashes = forms.slashes.exec(text)?.groups
  if (!slashes) return null
  return slashDates === 'monthFirst'
    ? toParts(slashes, slashes.second, slashes.first)
    : toParts(slashes, slashes.first, slashes.second)
}

function toParts(groups: Record<string, string>, day = '', month = ''): Parts {
  const { time = '', year = '', zone = '' } = groups
  const withColon = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone
  return {
    day: day.padStart(2, '0'),
    month: month.padStart(2, '0'),
    time: time.length === 5 ? `${time}:00` : time.slice(0, 12),
    year,
    zone: withColon.toUpperCase(),
  }
}

/** A day of the calendar, from the years that a licence can be about. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return false
  return day >= '1970-01-01'
}

const mostEntries = 100
const longestEntry = 255

/** A list: separated by commas, semicolons, lines or spaces, or as a database's JSON. In lower case, each once. */
export function parseList(text: string): Parsed<string[]> {
  const entries = text.startsWith('[') ? entriesOfJson(text) : text.split(/[,;\s]+/)
  if (!entries) return { error: 'listTooLong' }
  const list = [...new Set(entries.map((entry) => entry.trim().toLowerCase()).filter(Boolean))]
  const isTooLong = list.length > mostEntries || list.some((entry) => entry.length > longestEntry)
  return isTooLong ? { error: 'listTooLong' } : { value: list }
}

/** Texts, or objects that have their text in `value`. */
function entriesOfJson(text: string): null | string[] {
  try {
    const parsed = JSON.parse(text) as unknown
    if (!Array.isArray(parsed)) return null
    return parsed.map((entry: unknown) => {
      const value = (entry as { value?: unknown } | null)?.value
      return typeof entry === 'string' ? entry : typeof value === 'string' ? value : ''
    })
  } catch {
    return null
  }
}
