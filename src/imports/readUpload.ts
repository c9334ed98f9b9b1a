import type { Payload } from 'payload'

import type { ImportKind } from '../../collections/Imports/values'
import type { Queryable } from '../licensing/types'
import { reasonOf } from './reasonOf'
import { ImportFileError } from './read/fileError'
import { openTable } from './read/openTable'
import type { Source } from './read/table'
import { insertImport, updateImport } from './repository/imports'
import { deleteRows, insertRows } from './repository/rows'
import type { WaitingRow } from './write/target'

type Upload = {
  filename: string
  kind: ImportKind
  source: Source
  startedBy: null | string
}

const partRows = 1000
const partLength = 2 * 1024 * 1024

/**
 * Keeps the rows of a file as they stand in it, part by part while it arrives. An import whose file cannot be read stays, with the
 * reason, and without rows.
 *
 * @returns the import's id
 * @throws ImportFileError for a file that is none of the known formats
 */
export async function readUpload(payload: Payload, upload: Upload): Promise<string> {
  const db = (payload.db as unknown as { drizzle: Queryable }).drizzle
  const id = await insertImport(db, upload)
  try {
    await keepRows(db, id, upload)
  } catch (error) {
    while ((await deleteRows(db, id, partRows)) === partRows);
    const { code, values } =
      error instanceof ImportFileError ? error : new ImportFileError('interrupted')
    await updateImport(db, id, {
      error: JSON.stringify({ code, values }),
      isFinished: true,
      status: 'failed',
      total: 0,
    })
    if (error instanceof ImportFileError) return id
    throw new Error(`A file could not be kept: ${reasonOf(error)}`)
  }
  return id
}

async function keepRows(db: Queryable, id: string, { filename, source }: Upload): Promise<void> {
  const { headings, rows } = await openTable(filename, source)
  let part: WaitingRow[] = []
  let length = 0
  let number = 0
  const keep = async () => {
    if (part.length === 0) return
    await insertRows(db, id, part)
    await updateImport(db, id, { total: number })
    part = []
    length = 0
  }
  for await (const cells of rows) {
    number += 1
    part.push({ cells, number })
    length += cells.reduce((sum, cell) => sum + cell.length, 0)
    if (part.length >= partRows || length >= partLength) await keep()
  }
  await keep()
  const clean = headings.map((heading) => heading.replace(/[\0\p{Cs}]/gu, '\uFFFD').slice(0, 200))
  await updateImport(db, id, { headings: clean, status: 'ready', total: number })
}
