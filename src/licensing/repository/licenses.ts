import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'

import { executeKept } from '../../database/keptStatements'
import { codeKey } from '../codes'
import { mergeEntitlements, type StoredEntitlement } from '../entitlements'
import type { License, LicensingSettings, Queryable } from '../types'

const longestCode = 1000

/**
 * The licence with this code, compared as the settings say.
 *
 * @param code as somebody typed it: any text
 */
export async function findLicenseByCode(
  db: Queryable,
  code: string,
  { caseInsensitiveCodes }: Pick<LicensingSettings, 'caseInsensitiveCodes'>,
): Promise<License | null> {
  if (!isPossible(code)) return null
  const license = await findLicense(db, sql`l.code_key = ${codeKey(code)}`)
  const isSame = license !== null && (caseInsensitiveCodes || license.code === code.trim())
  return isSame ? license : null
}

/**
 * The id of the licence with this code, of a product: what is needed before its row is locked and read.
 *
 * @param code as somebody typed it: any text
 */
export async function findLicenseId(
  db: Queryable,
  code: string,
  productReferenceId: string,
  { caseInsensitiveCodes }: Pick<LicensingSettings, 'caseInsensitiveCodes'>,
): Promise<null | string> {
  if (!isPossible(code)) return null
  const { rows } = await executeKept(
    db,
    sql`
    select l.id, l.code, p.reference_id from licenses l join products p on p.id = l.product_id
    where l.code_key = ${codeKey(code)}`,
  )
  const found = rows[0] as undefined | { code: string; id: string; reference_id: string }
  if (found?.reference_id !== productReferenceId) return null
  return caseInsensitiveCodes || found.code === code.trim() ? found.id : null
}

/** The licence with this id. */
export function findLicenseById(db: Queryable, id: string): Promise<License | null> {
  return findLicense(db, sql`l.id = ${id}`)
}

/**
 * Locks the licence's row until the transaction ends, then reads it: statements before the lock may have seen an older
 * state. Locks are always taken in this order: licence, then activations. Rows that only refer to the licence, such as a recorded refusal, do
 * not wait for it.
 *
 * @returns null when the licence was deleted meanwhile
 */
export async function lockLicense(transaction: Queryable, id: string): Promise<License | null> {
  await lockLicenseRow(transaction, id)
  return findLicenseById(transaction, id)
}

/** Only locks, for who needs nothing of the licence as it is then. */
export async function lockLicenseRow(transaction: Queryable, id: string): Promise<void> {
  await executeKept(transaction, sql`select id from licenses where id = ${id} for no key update`)
}

/** Sets the end of a licence whose validity starts with its first activation. */
export async function startValidity(
  transaction: Queryable,
  id: string,
  expiresAt: Date,
  now: Date,
): Promise<void> {
  await transaction.execute(sql`
    update licenses set expires_at = ${expiresAt.toISOString()}, updated_at = ${now.toISOString()}
    where id = ${id}`)
}

function isPossible(code: string): boolean {
  return code.length <= longestCode && !code.includes('\u0000')
}

async function findLicense(db: Queryable, condition: SQL): Promise<License | null> {
  const { rows } = await executeKept(
    db,
    sql`
    select ${licenseColumns} from licenses l join products p on p.id = l.product_id where ${condition}`,
  )
  const [row] = rows
  return row ? toLicense(row) : null
}

function entitlementsOf(table: 'licenses' | 'products', alias: 'l' | 'p'): string {
  return `(select json_agg(json_build_object('name', e.name, 'kind', e.kind, 'value', e.value))
    from ${table}_entitlements e where e._parent_id = ${alias}.id)`
}

/** The columns of a licence `l` and its product `p` that the rules need, as one text: putting it together for each query costs time. */
export const licenseColumnsText = `l.id, l.code, l.customer_id, l.email, l.expiration_days, l.expires_at, l.is_envato, l.is_valid,
      l.parallel_uses, l.support_until, l.total_uses, l.type, l.updates_until,
      p.id as product_id, p.reference_id, p.is_active as product_is_active,
      (select json_agg(json_build_array(t.path, t.text) order by t."order")
        from licenses_texts t where t.parent_id = l.id) as lists,
      ${entitlementsOf('licenses', 'l')} as own_entitlements,
      ${entitlementsOf('products', 'p')} as product_entitlements`

/** The same for a query that is put together. */
export const licenseColumns = sql.raw(licenseColumnsText)

/** A row as columns, where numbers are texts, or as JSON. */
type LicenseRow = {
  code: string
  customer_id: null | string
  email: null | string
  expiration_days: null | number | string
  expires_at: null | string
  id: string
  is_envato: boolean | null
  is_valid: boolean | null
  lists: [path: string, text: null | string][] | null
  own_entitlements: null | StoredEntitlement[]
  parallel_uses: null | number | string
  product_entitlements: null | StoredEntitlement[]
  product_id: string
  product_is_active: boolean | null
  reference_id: string
  support_until: null | string
  total_uses: null | number | string
  type: License['type']
  updates_until: null | string
}

/** A licence from its row. */
export function toLicense(found: Record<string, unknown>): License {
  const row = found as LicenseRow
  return {
    code: row.code,
    customerId: row.customer_id,
    domains: listOf(row, 'domains'),
    email: row.email,
    entitlements: mergeEntitlements(row.product_entitlements ?? [], row.own_entitlements ?? []),
    expirationDays: toNumber(row.expiration_days),
    expiresAt: toDate(row.expires_at),
    id: row.id,
    ips: listOf(row, 'ips'),
    isEnvato: row.is_envato === true,
    isValid: row.is_valid !== false,
    parallelUses: toNumber(row.parallel_uses),
    product: {
      id: row.product_id,
      isActive: row.product_is_active !== false,
      referenceId: row.reference_id,
    },
    supportUntil: toDate(row.support_until),
    totalUses: toNumber(row.total_uses),
    type: row.type,
    updatesUntil: toDate(row.updates_until),
  }
}

function listOf({ lists }: LicenseRow, wanted: 'domains' | 'ips'): string[] {
  return (lists ?? []).flatMap(([path, text]) => (path === wanted && text !== null ? [text] : []))
}

function toNumber(value: null | number | string): null | number {
  return value === null ? null : Number(value)
}

function toDate(value: null | string): Date | null {
  return value === null ? null : new Date(value)
}
