import type { Payload } from 'payload'

import { inTransaction } from '../licensing/repository/transaction'
import type { Database } from '../licensing/types'
import { parsePlan } from './mapping/options'
import { problemsText } from './messages'
import type { Refusal } from './planImport'
import { findImport } from './repository/imports'
import { findRowsAfter } from './repository/rows'
import { shownCells } from './showRows'
import type { RowResult } from './write/target'
import { writeKind } from './write/writeKind'

const previewed = 10

export type PreviewRow = {
  cells: string[]
  message: string
  number: number
  outcome: RowResult['outcome']
}

/** What would become of the first rows by a plan that is not decided on yet. */
export async function previewRows(
  payload: Payload,
  id: string,
  input: Record<string, unknown>,
  language: string,
): Promise<Refusal | { rows: PreviewRow[] }> {
  const { drizzle } = payload.db as unknown as { drizzle: Database }
  const found = await findImport(drizzle, id)
  if (!found) return { refused: 'gone' }
  const parsed = parsePlan(found.kind, found.headings, input)
  if ('error' in parsed) return parsed
  const { plan } = parsed
  return inTransaction(drizzle, async (db) => {
    const waiting = await findRowsAfter(db, id, 0, previewed)
    const context = { codeFormat: '', options: plan.options }
    const wouldBe = new Set<string>()
    const results = await writeKind(db, { ...found, plan }, waiting, { context, wouldBe })
    const byNumber = new Map(results.map((result) => [result.number, result]))
    const rows = waiting.map(({ cells, number }) => {
      const result = byNumber.get(number)
      return {
        cells: shownCells(cells),
        message: problemsText(result?.problems ?? [], language),
        number,
        outcome: result?.outcome ?? 'failed',
      }
    })
    return { rows }
  })
}
