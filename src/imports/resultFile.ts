import type { Payload } from 'payload'

import { formats } from '../exports/formats'
import type { Queryable } from '../licensing/types'
import { importMessages, problemsText } from './messages'
import type { ImportRow } from './repository/imports'
import { findImportedRows, type ImportedRow } from './repository/rows'
import { shownCells } from './showRows'

const pageSize = 1000

export type ResultRequest = {
  /** Only rows with errors, to be mended and imported again. */
  isFailedOnly: boolean
  language: string
}

/** Every row of the file with what became of it, as CSV that no spreadsheet runs anything of. Sent while it is read. */
export function resultFile(
  payload: Payload,
  found: ImportRow,
  { isFailedOnly, language }: ResultRequest,
): Response {
  const db = (payload.db as unknown as { drizzle: Queryable }).drizzle
  const texts = importMessages(language)
  const own = [texts.result.row, texts.result.outcome, texts.result.message, texts.result.document]
  const columns = [...found.headings, ...own]
  const width = found.headings.length
  // Headings can be the same twice: a row is read by the places of its columns.
  const places = columns.map((_, index) => String(index))
  const lineOf = (row: ImportedRow) => {
    const cells = Array.from({ length: width }, (_, index) => row.cells[index] ?? '')
    const message = problemsText(row.problems, language)
    const values = [
      ...shownCells(cells),
      row.number,
      texts.outcome[row.outcome],
      message,
      row.document,
    ]
    const line = Object.fromEntries(values.map((value, index) => [String(index), value]))
    return formats.csv.row({ ...line, createdAt: '', id: '' }, places, false)
  }
  const encoder = new TextEncoder()
  let after = 0
  let isBegun = false
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!isBegun) {
        isBegun = true
        const heading = Object.fromEntries(columns.map((column, index) => [String(index), column]))
        const line = formats.csv.row({ ...heading, createdAt: '', id: '' }, places, false)
        return controller.enqueue(encoder.encode(`\uFEFF${line}`))
      }
      const rows = await findImportedRows(db, found.id, {
        after,
        limit: pageSize,
        outcome: isFailedOnly ? 'failed' : null,
        processed: found.processed,
      })
      if (rows.length > 0) controller.enqueue(encoder.encode(rows.map(lineOf).join('')))
      after = rows.at(-1)?.number ?? after
      if (rows.length < pageSize) controller.close()
    },
  })
  const name = found.filename
    .replace(/\.\w+$/, '')
    .replace(/[^\w.-]+/g, '-')
    .slice(0, 80)
  return new Response(body, {
    headers: {
      'Cache-Control': 'no-store',
      'Content-Disposition': `attachment; filename="${name || 'import'}-result.csv"`,
      'Content-Type': formats.csv.contentType,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
