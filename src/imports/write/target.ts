import type { ImportKind, RowOutcome } from '../../../collections/Imports/values'
import type { Queryable } from '../../licensing/types'
import type { ImportOptions } from '../mapping/options'
import type { Problem } from '../rows/problems'
import type { ReadRow, RowValues } from '../rows/readRow'

/** What writing depends on beside the rows. */
export type WriteContext = { codeFormat: string; options: ImportOptions }

/** What earlier rows of a dry run would have made, by its keys. */
export type KnownKeys = { add: (key: string) => void; has: (key: string) => boolean }

/** What a row is about: a document that is there, nothing yet, or something that it must not be about. */
export type Match<F> = { found: F } | { problem: Problem } | null

/** How rows of a kind become documents. Every call is about many rows at once, and none of them about the same document. */
export type Target<K extends ImportKind, F extends { id: string }> = {
  /** @returns the ids, null where another transaction was first */
  create: (
    db: Queryable,
    values: RowValues[K][],
    context: WriteContext,
  ) => Promise<(null | string)[]>
  /** Looks up what rows are about and, unless nothing is written, holds it until the end of the transaction. */
  find: (
    db: Queryable,
    values: RowValues[K][],
    isHeld: boolean,
  ) => Promise<(values: RowValues[K]) => Match<F>>
  /** What stands for the document: rows that share one of these are about the same. None: always about a new one. */
  keysOf: (values: RowValues[K]) => string[]
  kind: K
  /** What a new document lacks. */
  missing: (values: RowValues[K]) => string[]
  /** Looks up what rows refer to. What is not there is a problem of the row. */
  prepare?: (db: Queryable, rows: ReadRow<K>[], options: ImportOptions) => Promise<ReadRow<K>[]>
  /** @returns what is worth knowing of each, such as what was left as it is */
  update: (
    db: Queryable,
    changes: { found: F; values: RowValues[K] }[],
    context: WriteContext,
  ) => Promise<Problem[][]>
}

/** A row that waits. */
export type WaitingRow = { cells: string[]; number: number }

/** What became of a row. */
export type RowResult = {
  document: null | string
  number: number
  outcome: Exclude<RowOutcome, 'pending'>
  problems: Problem[]
}
