import { sql } from '@payloadcms/db-postgres/drizzle'

import type { RowOutcome } from '../../../collections/Imports/values'
import type { Queryable } from '../../licensing/types'
import { fromMessage, type Problem, toMessage } from '../rows/problems'
import type { RowResult, WaitingRow } from '../write/target'
import { jsonb } from './json'

/** A row with what became of it, or would. */
export type ImportedRow = {
  cells: string[]
  document: null | string
  number: number
  outcome: RowOutcome
  problems: Problem[]
}

/** Keeps rows as they stand in the file. */
export async function insertRows(
  db: Queryable,
  id: string,
  rows: readonly WaitingRow[],
): Promise<void> {
  await db.execute(sql`
    insert into import_rows (import_id, number, data, outcome, created_at, updated_at)
    select ${id}::uuid, (r.row->>'number')::int, r.row->'cells', 'pending'::enum_import_rows_outcome, now(), now()
    from jsonb_array_elements(${jsonb(rows)}) as r(row)`)
}

/** The rows after one, in the order of the file. */
export async function findRowsAfter(
  db: Queryable,
  id: string,
  number: number,
  limit: number,
): Promise<WaitingRow[]> {
  const { rows } = await db.execute(sql`
    select number, data from import_rows where import_id = ${id}::uuid and number > ${number}
    order by number limit ${limit}`)
  return rows.map((row) => ({ cells: row.data as string[], number: Number(row.number) }))
}

/**
 * Notes what became of rows.
 *
 * @param secretColumn the column with hashes of passwords, which are forgotten by that; null keeps everything
 */
export async function writeResults(
  db: Queryable,
  id: string,
  results: readonly RowResult[],
  secretColumn: null | number,
): Promise<void> {
  const given = results.map(({ document, number, outcome, problems }) => ({
    document,
    message: toMessage(problems),
    number,
    outcome,
  }))
  const data =
    secretColumn === null
      ? sql`i.data`
      : sql`case when jsonb_array_length(i.data) > ${secretColumn}::int
          then jsonb_set(i.data, array[${String(secretColumn)}], '""'::jsonb) else i.data end`
  await db.execute(sql`
    update import_rows i set outcome = r.outcome::enum_import_rows_outcome, message = r.message, document = r.document,
      data = ${data}, updated_at = now()
    from jsonb_to_recordset(${jsonb(given)}) as r(number int, outcome text, message text, document text)
    where i.import_id = ${id}::uuid and i.number = r.number`)
}

export type RowFilter = {
  /** Rows up to this one are through; those after it wait, whatever an earlier check said of them. */
  processed: number
  /** Only rows that came to this; null for all. */
  outcome: null | RowOutcome
}

/** Rows after one, as they are shown. */
export async function findImportedRows(
  db: Queryable,
  id: string,
  { after, limit, outcome, processed }: RowFilter & { after: number; limit: number },
): Promise<ImportedRow[]> {
  const isWanted =
    outcome === null
      ? sql`true`
      : outcome === 'pending'
        ? sql`number > ${processed}`
        : sql`number <= ${processed} and outcome = ${outcome}::enum_import_rows_outcome`
  const { rows } = await db.execute(sql`
    select number, data, outcome, message, document from import_rows
    where import_id = ${id}::uuid and number > ${after} and ${isWanted} order by number limit ${limit}`)
  return rows.map((row) => {
    const isThrough = Number(row.number) <= processed
    return {
      cells: row.data as string[],
      document: isThrough ? (row.document as null | string) : null,
      number: Number(row.number),
      outcome: isThrough ? (row.outcome as RowOutcome) : 'pending',
      problems: isThrough ? fromMessage(row.message as null | string) : [],
    }
  })
}

/** Deletes some rows of an import. */
export async function deleteRows(db: Queryable, id: string, limit: number): Promise<number> {
  const { rows } = await db.execute(sql`
    delete from import_rows where id in (
      select id from import_rows where import_id = ${id}::uuid limit ${limit}) returning 1`)
  return rows.length
}
