import { stringify } from 'csv-stringify/sync'

import type { Row } from './readRows'

/** How rows become text, piece by piece. */
export type ExportFormat = {
  contentType: string
  /** What stands before the first row. */
  begin: (columns: string[]) => string
  end: string
  row: (row: Row, columns: string[], isFirst: boolean) => string
}

/** What spreadsheets take for the beginning of a formula, and what they leave out before one. */
const formulaStart = /^[=+\-@\t\r\0\uFF0B\uFF0D\uFF1D\uFF20]/

/** The formats of an export, by what stands behind the dot. */
export const formats: Record<'csv' | 'json', ExportFormat> = {
  csv: {
    // The mark at the beginning tells spreadsheets that this is UTF-8.
    begin: (columns) => `\uFEFF${line(columns)}`,
    contentType: 'text/csv; charset=utf-8',
    end: '',
    row: (row, columns) => line(columns.map((column) => cell(valueAt(row, column)))),
  },
  json: {
    begin: () => '[\n',
    contentType: 'application/json; charset=utf-8',
    end: '\n]\n',
    row: (row, columns, isFirst) => {
      const data = Object.fromEntries(columns.map((column) => [column, valueAt(row, column)]))
      return `${isFirst ? '' : ',\n'}${JSON.stringify(data)}`
    },
  },
}

const line = (cells: string[]) => stringify([cells], { record_delimiter: '\r\n' })

/** A value as text that no spreadsheet runs. Numbers stay numbers, negative ones too. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return formulaStart.test(text) ? `'${text}` : text
}

function valueAt(row: Row, path: string): unknown {
  return (
    path
      .split('.')
      .reduce<unknown>((value, key) => (value as null | Record<string, unknown>)?.[key], row) ??
    null
  )
}
