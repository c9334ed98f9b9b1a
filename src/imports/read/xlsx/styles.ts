import type { Archive } from './archive'
import { readXml } from './readXml'
import { drain } from './workbook'

/** Built-in formats of dates and times (ECMA-376, 18.8.30, with those of East Asian versions). */
const builtIn = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const

/** Which styles of a spreadsheet's cells show a number as a date, by their index. */
export async function readDateStyles(archive: Archive): Promise<boolean[]> {
  const source = archive.open('xl/styles.xml')
  if (!source) return []
  const own = new Map<number, string>()
  const formats: number[] = []
  let isInCells = false
  await drain(
    readXml(source, {
      close: (name) => {
        if (name === 'cellXfs') isInCells = false
      },
      open: (name, { formatCode = '', numFmtId = '0' }) => {
        if (name === 'cellXfs') isInCells = true
        if (name === 'numFmt') own.set(Number(numFmtId), formatCode)
        if (name === 'xf' && isInCells) formats.push(Number(numFmtId))
      },
      take: () => [],
    }),
  )
  return formats.map((id) => isDateFormat(id, own.get(id)))
}

function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtIn.some(([from, to]) => id >= from && id <= to)
  // Without what is quoted, escaped or in brackets, such as a colour, the letters are those of the format.
  const letters = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '')
  return /[ymdhs]/i.test(letters) && !/general/i.test(letters)
}
