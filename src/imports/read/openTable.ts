import { importLimits } from '../limits'
import { openCsv } from './csv'
import { ImportFileError } from './fileError'
import { openJson } from './json'
import type { Source, Table } from './table'
import { openXlsx } from './xlsx'

const openers = { csv: openCsv, json: openJson, tsv: openCsv, txt: openCsv, xlsx: openXlsx }

/** What the name of a file may end with. */
export const fileEndings = Object.keys(openers) as (keyof typeof openers)[]

/**
 * Opens a file as a table. Every limit holds while it is read, so that no more of it is ever in memory, or kept, than they allow.
 *
 * @param filename its ending says what it is
 * @throws ImportFileError, also while the rows are read
 */
export async function openTable(filename: string, source: Source): Promise<Table> {
  const ending = fileEndings.find((name) => filename.toLowerCase().endsWith(`.${name}`))
  if (!ending) throw new ImportFileError('format')
  const table = await openers[ending](limited(source))
  table.headings.forEach((heading, index) => {
    table.headings[index] = clean(heading, 0).trim()
  })
  if (table.headings.length > importLimits.columns) throw new ImportFileError('tooManyColumns')
  if (table.headings.every((heading) => !heading)) throw new ImportFileError('empty')
  return { headings: table.headings, rows: checked(table) }
}

async function* limited(source: Source): Source {
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (size > importLimits.fileBytes) throw new ImportFileError('fileTooLarge')
    yield chunk
  }
}

async function* checked({ headings, rows }: Table): AsyncGenerator<string[]> {
  let number = 0
  for await (const row of rows) {
    number += 1
    if (number > importLimits.rows) throw new ImportFileError('tooManyRows')
    if (Math.max(row.length, headings.length) > importLimits.columns) {
      throw new ImportFileError('tooManyColumns')
    }
    yield row.map((cell) => clean(cell, number))
  }
  if (number === 0) throw new ImportFileError('noRows')
}

/** Marks what PostgreSQL stores in no text. Fields refuse the mark, so that nothing is taken in half. */
function clean(cell: string, row: number): string {
  if (cell.length > importLimits.cell) throw new ImportFileError('cellTooLong', { row })
  return cell.replace(/[\0\p{Cs}]/gu, '\uFFFD')
}
