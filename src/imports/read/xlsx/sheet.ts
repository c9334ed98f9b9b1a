import { importLimits } from '../../limits'
import { ImportFileError } from '../fileError'
import { readXml } from './readXml'

export type SheetContext = { dateStyles: boolean[]; isFrom1904: boolean; strings: string[] }

const dayMs = 86_400_000
/** 1970-01-01 as a day of a spreadsheet. */
const epoch = { from1900: 25_569, from1904: 24_107 }

type Cell = { column: number; style: number; type: string; value: string }

/** The rows of a sheet as texts, in the order of the file. Empty rows are left out. */
export function readSheet(
  source: AsyncIterable<Buffer>,
  context: SheetContext,
): AsyncGenerator<string[]> {
  let rows: string[][] = []
  let row: string[] = []
  let cell: Cell | null = null
  let isValue = false
  let phonetic = 0
  return readXml(source, {
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false
      if (name === 'rPh') phonetic -= 1
      if (name === 'c' && cell) row[cell.column] = textOf(cell, context)
      if (name === 'row' && row.some((value) => value?.trim())) {
        rows.push(Array.from(row, (value) => value ?? ''))
      }
    },
    open: (name, { r, s = '0', t = 'n' }) => {
      if (name === 'row') row = []
      if (name === 'c') {
        const column = r ? columnOf(r) : row.length
        if (column >= importLimits.columns) throw new ImportFileError('tooManyColumns')
        cell = { column, style: Number(s), type: t, value: '' }
      }
      if (name === 'rPh') phonetic += 1
      if (name === 'v' || name === 't') isValue = phonetic === 0
    },
    take: () => {
      const taken = rows
      rows = []
      return taken
    },
    text: (text) => {
      if (isValue && cell) cell.value += text
    },
  })
}

/** The column that a reference such as `AB12` names, from 0. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? 'A'
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function textOf(
  { style, type, value }: Cell,
  { dateStyles, isFrom1904, strings }: SheetContext,
): string {
  if (type === 's') return strings[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'true' : 'false'
  if (type !== 'n' || value === '') return value
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  return dateStyles[style] ? dateOf(number, isFrom1904) : String(number)
}

/** A day as `2027-01-31`, a moment with its time; spreadsheets know no time zones, so it is read as UTC. */
function dateOf(days: number, isFrom1904: boolean): string {
  const ms = Math.round((days - (isFrom1904 ? epoch.from1904 : epoch.from1900)) * dayMs)
  const date = new Date(ms)
  if (Number.isNaN(date.getTime())) return String(days)
  const text = date.toISOString()
  return ms % dayMs === 0 ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ')
}
