import { codeKey, generateLicenseCode } from '../../licensing/codes'
import type { Queryable } from '../../licensing/types'
import type { ImportOptions } from '../mapping/options'
import {
  findLicenses,
  findNamedProducts,
  type FoundLicense,
  insertLicenses,
  isProduct,
  type LicenseList,
  replaceLists,
  updateLicenses,
} from '../repository/licenses'
import type { LicenseValues } from '../rows/license'
import type { Problem, ProblemCode } from '../rows/problems'
import type { ReadRow } from '../rows/readRow'
import type { Target } from './target'

/** Licences are known by their code. A row without one makes a new licence with a code of its own. */
export const licensesTarget: Target<'licenses', FoundLicense> = {
  async create(db, values, { codeFormat }) {
    const licenses = values.map((one) => {
      const code = one.code ?? generateLicenseCode(codeFormat)
      return { ...one, code, codeKey: codeKey(code) }
    })
    const ids = await insertLicenses(db, licenses)
    const created = licenses.map((one) => ids.get(one.codeKey) ?? null)
    await replaceLists(
      db,
      values.flatMap((one, index) => listsOf(created[index] ?? null, one)),
    )
    return created
  },

  async find(db, values, isHeld) {
    const keys = values.flatMap(({ code }) => (code ? codeKey(code) : []))
    const found = new Map(
      (await findLicenses(db, keys, isHeld)).map((one) => [one.codeKey, one] as const),
    )
    return ({ code }) => {
      const one = code ? found.get(codeKey(code)) : undefined
      return one ? { found: one } : null
    }
  },

  keysOf: ({ code }) => (code ? [codeKey(code)] : []),

  kind: 'licenses',

  missing: ({ productId }) => (productId ? [] : ['product']),

  prepare: resolveProducts,

  async update(db, changes) {
    await updateLicenses(
      db,
      changes.map(({ found, values }) => ({ ...values, id: found.id })),
    )
    await replaceLists(
      db,
      changes.flatMap(({ found, values }) => listsOf(found.id, values)),
    )
    return changes.map(() => [])
  },
}

function listsOf(license: null | string, values: LicenseValues): LicenseList[] {
  if (!license) return []
  return (['domains', 'ips'] as const).flatMap((path) => {
    const list = values[path]
    return list ? [{ license, list, path }] : []
  })
}

/** Finds products by reference ID, else by name, else by Envato ID. Rows that name none get that of the options. */
async function resolveProducts(
  db: Queryable,
  rows: ReadRow<'licenses'>[],
  options: ImportOptions,
): Promise<ReadRow<'licenses'>[]> {
  const names = [...new Set(rows.flatMap(({ values }) => values.product ?? []))]
  const products = names.length > 0 ? await findNamedProducts(db, names) : []
  const usual = options.product && (await isProduct(db, options.product)) ? options.product : null
  return rows.map((row) => {
    const name = row.values.product
    if (name === undefined) {
      return usual ? { ...row, values: { ...row.values, productId: usual } } : row
    }
    const byReference = products.filter(({ referenceId }) => referenceId === name)
    const byName = products.filter((one) => one.name.toLowerCase() === name.toLowerCase())
    const byEnvatoId = products.filter(({ envatoId }) => envatoId === name)
    const [first, second] = [byReference, byName, byEnvatoId].find((list) => list.length > 0) ?? []
    if (second) return refused(row, 'productAmbiguous', name)
    if (!first) return refused(row, 'productUnknown', name)
    return { ...row, values: { ...row.values, productId: first.id } }
  })
}

function refused(row: ReadRow<'licenses'>, code: ProblemCode, name: string): ReadRow<'licenses'> {
  const problem: Problem = { code, field: 'product', values: { value: name.slice(0, 80) } }
  return { ...row, problems: [...row.problems, problem] }
}
