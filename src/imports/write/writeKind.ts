import type { Queryable } from '../../licensing/types'
import type { ImportRow } from '../repository/imports'
import { customersTarget } from './customers'
import { licensesTarget } from './licenses'
import { productsTarget } from './products'
import type { KnownKeys, RowResult, WaitingRow, WriteContext } from './target'
import { writeRows } from './writeRows'

/**
 * Writes rows of an import as what it is of.
 *
 * @throws Error for an import without a plan
 */
export function writeKind(
  db: Queryable,
  { headings, kind, plan }: ImportRow,
  rows: WaitingRow[],
  { context, wouldBe }: { context: WriteContext; wouldBe: KnownKeys | null },
): Promise<RowResult[]> {
  if (!plan) throw new Error('The import has no plan.')
  const batch = { columns: headings.length, context, plan, wouldBe }
  switch (kind) {
    case 'customers':
      return writeRows(db, customersTarget, rows, batch)
    case 'licenses':
      return writeRows(db, licensesTarget, rows, batch)
    case 'products':
      return writeRows(db, productsTarget, rows, batch)
  }
}
