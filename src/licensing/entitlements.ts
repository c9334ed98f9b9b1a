/** What client software reads of an entitlement: a feature flag, a number or a text. */
export type EntitlementValue = boolean | number | string
export type Entitlements = Record<string, EntitlementValue>

/** An entitlement as it is stored, with its value as text. */
export type StoredEntitlement = { kind: 'flag' | 'number' | 'text'; name: string; value: string }

/** In characters, of a value that is a text. */
export const longestEntitlement = 1000

/**
 * The entitlements of a licence: its product's, with its own in their place where the names are the same. Sorted by name, so
 * that the same ones always give the same answer.
 */
export function mergeEntitlements(
  ofProduct: readonly StoredEntitlement[],
  ofLicense: readonly StoredEntitlement[],
): Entitlements {
  const values = new Map([...ofProduct, ...ofLicense].map((row) => [row.name, valueOf(row)]))
  return Object.fromEntries([...values].sort(([one], [other]) => (one < other ? -1 : 1)))
}

/**
 * What is wrong with an entitlement's value.
 *
 * @returns a sentence for the person who enters it, or null
 */
export function entitlementError({
  kind,
  value,
}: Partial<Pick<StoredEntitlement, 'kind' | 'value'>>): null | string {
  if (!value) return 'Enter a value.'
  if (value.length > longestEntitlement) return `Enter at most ${longestEntitlement} characters.`
  if (kind === 'flag' && value !== 'true' && value !== 'false') return 'Enter true or false.'
  if (kind === 'number' && !/^-?\d{1,15}(?:\.\d{1,6})?$/.test(value)) return 'Enter a number.'
  return null
}

/** Values as they are stored. */
export function storeEntitlements(values: Entitlements): StoredEntitlement[] {
  return Object.entries(values).map(([name, value]) => ({
    kind: kindOf(value),
    name,
    value: `${value}`,
  }))
}

function kindOf(value: EntitlementValue): StoredEntitlement['kind'] {
  if (typeof value === 'boolean') return 'flag'
  return typeof value === 'number' ? 'number' : 'text'
}

function valueOf({ kind, value }: StoredEntitlement): EntitlementValue {
  if (kind === 'flag') return value === 'true'
  return kind === 'number' ? Number(value) : value
}
