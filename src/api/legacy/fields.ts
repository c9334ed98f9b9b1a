import { z } from 'zod'

/** Old names of fields, and the names that they have today. */
export type Names = Readonly<Record<string, string>>

/** What a shop sends about a product. */
export const sentOfProduct = {
  envato_item_id: 'envato_id',
  product_details: 'description',
  product_id: 'reference_id',
  product_name: 'name',
} as const

/** What it sends about a licence to change. */
export const changesOfLicense = {
  client_email: 'email',
  client_name: 'customer_id',
  comments: 'comments',
  expiry_date: 'expires_at',
  expiry_days: 'expiration_days',
  invoice_number: 'invoice',
  license_parallel_uses: 'parallel_uses',
  license_uses: 'total_uses',
  licensed_domains: 'domains',
  licensed_ips: 'ips',
  product_id: 'product_reference_id',
  support_end_date: 'support_until',
  updates_end_date: 'updates_until',
} as const

/** And about a new one. */
export const sentOfLicense = { ...changesOfLicense, license_code: 'license_code' } as const

/** What it is told of a product. */
export const toldOfProduct = {
  product_id: 'reference_id',
  envato_item_id: 'envato_id',
  product_name: 'name',
  product_details: 'description',
  is_product_active: 'is_active',
  requires_license_for_downloading_updates: 'license_update',
} as const

/** What it is told of a licence, but for what is worked out. */
export const toldOfLicense = {
  license_code: 'license_code',
  product_id: 'product_reference_id',
  product_name: 'product_name',
  license_type: 'type',
  client_name: 'customer_id',
  client_email: 'email',
  invoice_number: 'invoice',
  license_comments: 'comments',
  uses: 'total_uses',
  parallel_uses: 'parallel_uses',
  license_expiry: 'expires_at',
  support_expiry: 'support_until',
  updates_expiry: 'updates_until',
  date_modified: 'updated_at',
  is_a_envato_purchase_code: 'is_envato',
} as const

/** Values by their old names; what has none is left out. */
export function inOldNames<T>(
  values: Readonly<Record<string, T>>,
  names: Names,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([old, today]) =>
      Object.hasOwn(values, today) ? [[old, values[today] as T]] : [],
    ),
  )
}

/** Values by the names that they have today; what has none is left out. */
export function inNamesOfToday<T>(
  values: Readonly<Record<string, T>>,
  names: Names,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([old, today]) =>
      Object.hasOwn(values, old) ? [[today, values[old] as T]] : [],
    ),
  )
}

/** The fields of a schema by their old names. */
export function schemaInOldNames(schema: z.ZodObject, names: Names): z.ZodObject {
  return z.object(inOldNames(schema.shape as Record<string, z.ZodType>, names))
}
