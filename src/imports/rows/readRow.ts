import type { ImportKind } from '../../../collections/Imports/values'
import type { ImportPlan } from '../mapping/options'
import { cellReader } from './cellReader'
import { type CustomerValues, readCustomer } from './customer'
import { type LicenseValues, readLicense } from './license'
import type { Problem, ProblemCode } from './problems'
import { type ProductValues, readProduct } from './product'

export type RowValues = {
  customers: CustomerValues
  licenses: LicenseValues
  products: ProductValues
}

export type ReadRow<K extends ImportKind> = {
  /** Worth knowing of a row that is taken. */
  notes: Problem[]
  /** Why the row is not taken. */
  problems: Problem[]
  values: RowValues[K]
}

const notes: readonly ProblemCode[] = [
  'confirmationKept',
  'hashKept',
  'hashesNotTrusted',
  'typeUnknown',
]

/**
 * Reads a row by the plan: what it says, or everything that is wrong with it. Knows nothing of what is stored.
 *
 * @param columns how many headings the file has
 */
export function readRow<K extends ImportKind>(
  kind: K,
  cells: readonly string[],
  { mapping, options }: Pick<ImportPlan, 'mapping' | 'options'>,
  columns: number,
): ReadRow<K> {
  const reader = cellReader(cells, mapping, options)
  if (cells.slice(columns).some((cell) => cell.trim())) reader.report(null, 'cells')
  const readers = {
    customers: () => readCustomer(reader, options, (field) => field in mapping),
    licenses: () => readLicense(reader, options),
    products: () => readProduct(reader),
  }
  const values = readers[kind]() as RowValues[K]
  return {
    notes: reader.problems.filter(({ code }) => notes.includes(code)),
    problems: reader.problems.filter(({ code }) => !notes.includes(code)),
    values,
  }
}
