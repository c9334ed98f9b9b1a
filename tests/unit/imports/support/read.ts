import { Readable } from 'node:stream'

import { ImportFileError } from '../../../../src/imports/read/fileError'
import { openTable } from '../../../../src/imports/read/openTable'

/** A file as a table. */
export async function read(
  name: string,
  content: Buffer | string,
): Promise<{ headings: string[]; rows: string[][] }> {
  // In small pieces, so that letters and lines are torn apart.
  const bytes = Buffer.from(content)
  const pieces = Array.from({ length: Math.ceil(bytes.length / 4099) }, (_, index) =>
    bytes.subarray(index * 4099, (index + 1) * 4099),
  )
  const table = await openTable(name, Readable.from(pieces))
  const rows: string[][] = []
  for await (const row of table.rows) rows.push(row)
  return { headings: table.headings, rows }
}

/** Why a file is refused. */
export const refusal = (name: string, content: Buffer | string) =>
  read(name, content).then(
    () => 'read',
    (error: unknown) => (error instanceof ImportFileError ? error.code : error),
  )
