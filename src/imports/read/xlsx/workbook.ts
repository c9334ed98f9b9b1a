import { ImportFileError } from '../fileError'
import type { Archive } from './archive'
import { readXml } from './readXml'

export type Workbook = {
  /** Days are counted from 1904 instead of 1900. */
  isFrom1904: boolean
  sheetPath: string
}

type Sheet = { id: string; isHidden: boolean }

/** Finds the first sheet that is shown. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const source = archive.open('xl/workbook.xml')
  const relations = archive.open('xl/_rels/workbook.xml.rels')
  if (!source || !relations) throw new ImportFileError('spreadsheet')
  let isFrom1904 = false
  const sheets: Sheet[] = []
  await drain(
    readXml(source, {
      open: (name, attributes) => {
        if (name === 'workbookPr') isFrom1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
        if (name !== 'sheet') return
        const id = attributes['r:id'] ?? attributes.id ?? ''
        sheets.push({
          id,
          isHidden: attributes.state !== undefined && attributes.state !== 'visible',
        })
      },
      take: () => [],
    }),
  )
  const sheet = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0]
  const targets = new Map<string, string>()
  await drain(
    readXml(relations, {
      open: (name, { Id = '', Target = '' }) => {
        if (name === 'Relationship') targets.set(Id, Target)
      },
      take: () => [],
    }),
  )
  const target = sheet && targets.get(sheet.id)
  if (!target) throw new ImportFileError('spreadsheet')
  return { isFrom1904, sheetPath: target.startsWith('/') ? target.slice(1) : `xl/${target}` }
}

/** Reads to the end of something that is read for what it does on the way. */
export async function drain(parts: AsyncIterable<unknown>): Promise<void> {
  const iterator = parts[Symbol.asyncIterator]()
  while (!(await iterator.next()).done);
}
