import { Readable } from 'node:stream'

import parser from 'stream-json/parser.js'

import { decodeText } from './decodeText'
import { ImportFileError } from './fileError'
import type { Source, Table } from './table'

const deepest = 20

type Scalar = boolean | null | number | string | undefined
type Token = { name: string; value?: Scalar }

/** Opens a file with an array of objects. What they call their values are the headings, in the order in which they come up. */
export async function openJson(source: Source): Promise<Table> {
  const headings: string[] = []
  const rows = read(source, headings)
  const first = await rows.next()
  return { headings, rows: first.done ? rows : before(first.value, rows) }
}

async function* before(first: string[], rest: AsyncGenerator<string[]>): AsyncGenerator<string[]> {
  yield first
  yield* rest
}

async function* read(source: Source, headings: string[]): AsyncGenerator<string[], void> {
  const columns = new Map<string, number>()
  const columnOf = (key: string) => {
    const known = columns.get(key)
    if (known !== undefined) return known
    headings.push(key)
    columns.set(key, columns.size)
    return columns.size - 1
  }
  let depth = 0
  let row: string[] = []
  let column = 0
  let list: string[] | null = null
  for await (const { name, value } of tokensOf(source)) {
    if (name.startsWith('start')) {
      depth += 1
      const wanted = ['startArray', 'startObject'][depth - 1]
      if (wanted && name !== wanted) throw new ImportFileError('json')
      if (depth > deepest) throw new ImportFileError('jsonTooDeep')
      if (depth === 2) row = []
      if (depth === 3) list = name === 'startArray' ? [] : null
      // What is nested deeper is no value that a field could have; it is shown as what it is.
      if (depth === 4) list?.push('{…}')
      if (depth === 3 && name === 'startObject') row[column] = '{…}'
    } else if (name.startsWith('end')) {
      depth -= 1
      if (depth === 2 && list) row[column] = list.join('\n')
      if (depth === 2) list = null
      if (depth === 1) yield Array.from(row, (cell) => cell ?? '')
    } else if (name === 'keyValue') {
      if (depth === 2) column = columnOf(textOf(value))
    } else if (depth === 2) {
      row[column] = textOf(value)
    } else if (depth === 3 && list) {
      list.push(textOf(value))
    } else if (depth < 2) {
      throw new ImportFileError('json')
    }
  }
}

function textOf(value: Scalar): string {
  return String(value ?? '')
}

/** @throws ImportFileError for what is no JSON */
async function* tokensOf(source: Source): AsyncGenerator<Token> {
  const tokens = parser.asStream({ streamValues: false })
  const input = Readable.from(decodeText(source))
  input.on('error', (error) => tokens.destroy(error))
  input.pipe(tokens)
  try {
    for await (const token of tokens) yield token
  } catch (error) {
    throw error instanceof ImportFileError ? error : asFileError(error)
  }
}

/** The request's own errors, such as a broken connection, are no fault of the file. */
function asFileError(error: unknown): unknown {
  const said = error instanceof Error ? error.message : ''
  return /^Parser|JSON/i.test(said) ? new ImportFileError('json') : error
}
