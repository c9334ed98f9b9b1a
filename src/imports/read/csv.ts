import { Readable } from 'node:stream'

import { CsvError, parse } from 'csv-parse'

import { decodeText } from './decodeText'
import { ImportFileError } from './fileError'
import type { Source, Table } from './table'

const delimiters = [',', ';', '\t', '|'] as const

/** So much is looked at to find the delimiter. */
const headLength = 64 * 1024

const longestRecord = 2 * 1024 * 1024

/** Opens a file of separated values. Its first line has the headings; the delimiter is guessed from them. */
export async function openCsv(source: Source): Promise<Table> {
  const text = decodeText(source)
  let head = ''
  let part = await text.next()
  while (!part.done) {
    head += part.value
    if (head.length >= headLength) break
    part = await text.next()
  }
  const { delimiter, skip } = guessDelimiter(head)
  const records = parse({
    delimiter,
    max_record_size: longestRecord,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
  const input = Readable.from(rest(head.slice(skip), text))
  input.on('error', (error) => records.destroy(error))
  input.pipe(records)
  const rows = read(records)
  const first = await rows.next()
  return { headings: first.done ? [] : first.value, rows }
}

async function* rest(head: string, text: AsyncGenerator<string>): AsyncGenerator<string> {
  yield head
  yield* text
}

async function* read(records: AsyncIterable<string[]>): AsyncGenerator<string[], void> {
  try {
    for await (const record of records) {
      if (record.some((cell) => cell.trim())) yield record
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw new ImportFileError('cellTooLong', at(error))
    throw new ImportFileError('quotes', at(error))
  }
}

function at(error: CsvError): { row: number } {
  const { lines } = error as unknown as { lines?: number }
  return { row: lines ?? 1 }
}

/**
 * The delimiter of a file: what a line `sep=;` says, as Excel writes it, else what stands most often in the first line outside of
 * quotes.
 *
 * @returns `skip`: how many characters the line that says it has
 */
export function guessDelimiter(head: string): { delimiter: string; skip: number } {
  const said = /^sep=(.)\r?\n/.exec(head)
  if (said) return { delimiter: said[1] as string, skip: said[0].length }
  const counts = new Map<string, number>(delimiters.map((delimiter) => [delimiter, 0]))
  let isQuoted = false
  for (const letter of head) {
    if (letter === '"') isQuoted = !isQuoted
    if (isQuoted) continue
    if (letter === '\n' || letter === '\r') break
    const count = counts.get(letter)
    if (count !== undefined) counts.set(letter, count + 1)
  }
  const [[delimiter] = [',']] = [...counts].sort(([, one], [, other]) => other - one)
  return { delimiter: counts.get(delimiter) ? delimiter : ',', skip: 0 }
}
