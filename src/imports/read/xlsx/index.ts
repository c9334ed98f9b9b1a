import { ImportFileError } from '../fileError'
import type { Source, Table } from '../table'
import { openArchive } from './archive'
import { readSharedStrings } from './sharedStrings'
import { readSheet } from './sheet'
import { readDateStyles } from './styles'
import { readWorkbook } from './workbook'

/** Opens the first sheet of a spreadsheet. Its first row has the headings. */
export async function openXlsx(source: Source): Promise<Table> {
  const chunks: Uint8Array[] = []
  for await (const chunk of source) chunks.push(chunk)
  const archive = openArchive(Buffer.concat(chunks))
  const { isFrom1904, sheetPath } = await readWorkbook(archive)
  const dateStyles = await readDateStyles(archive)
  const strings = await readSharedStrings(archive)
  const sheet = archive.open(sheetPath)
  if (!sheet) throw new ImportFileError('spreadsheet')
  const rows = readSheet(sheet, { dateStyles, isFrom1904, strings })
  const first = await rows.next()
  return { headings: first.done ? [] : first.value, rows }
}
