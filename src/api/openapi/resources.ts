import { z } from 'zod'

import {
  count,
  entitlements,
  licenseStatus,
  licenseType,
  moment,
  optionalCount,
  optionalMoment,
  optionalText,
} from './kinds'

const stamps = { created_at: moment, updated_at: moment }

export const product = z.strictObject({
  id: z.uuid(),
  reference_id: z.string(),
  name: z.string(),
  envato_id: optionalText,
  description: optionalText,
  license_update: z.boolean(),
  serve_latest_updates: z.boolean(),
  entitlements,
  is_active: z.boolean(),
  ...stamps,
})

const file = z.strictObject({
  filename: optionalText,
  size: optionalCount,
  sha256: optionalText,
})

export const version = z.strictObject({
  id: z.uuid(),
  version: z.string(),
  released_at: moment,
  summary: optionalText,
  changelog: optionalText,
  is_active: z.boolean(),
  has_main: z.boolean(),
  has_sql: z.boolean(),
  main_file: file.nullable(),
  sql_file: file.nullable(),
  ...stamps,
})

export const license = z.strictObject({
  id: z.uuid(),
  license_code: z.string(),
  product_reference_id: optionalText,
  product_name: optionalText,
  type: licenseType,
  status: licenseStatus,
  customer_id: optionalText,
  email: optionalText,
  invoice: optionalText,
  parallel_uses: optionalCount,
  total_uses: optionalCount,
  expiration_days: optionalCount,
  expires_at: optionalMoment,
  updates_until: optionalMoment,
  support_until: optionalMoment,
  domains: z.array(z.string()),
  ips: z.array(z.string()),
  entitlements,
  comments: optionalText,
  is_valid: z.boolean(),
  is_envato: z.boolean(),
  ...stamps,
})

export const activation = z.strictObject({
  id: z.uuid(),
  product_reference_id: optionalText,
  product_name: optionalText,
  license_id: z.uuid(),
  license_code: z.string(),
  customer_id: optionalText,
  client_name: optionalText,
  name: optionalText,
  url: optionalText,
  domain: optionalText,
  fingerprint: optionalText,
  ip: optionalText,
  user_agent: optionalText,
  environment: z.enum(['development', 'production', 'staging']),
  activated_at: moment,
  last_seen_at: moment,
  is_valid: z.boolean(),
  is_active: z.boolean(),
  deactivated_at: optionalMoment,
  deactivated_by: z.enum(['admin', 'client', 'customer', 'system']).nullable(),
  ...stamps,
})

export const customer = z.strictObject({
  id: z.uuid(),
  client_id: optionalText,
  name: z.string(),
  email: z.string(),
  language: z.enum(['de', 'en']).nullable(),
  is_confirmed: z.boolean(),
  is_disabled: z.boolean(),
  last_login: optionalMoment,
  ...stamps,
})

export const downloadLink = z.strictObject({
  id: z.uuid(),
  version: optionalText,
  type: z.enum(['main', 'sql']),
  max_downloads: optionalCount,
  downloads: count,
  expires_at: optionalMoment,
  created_at: moment,
  token: z.string(),
  url: z.url(),
})

/** One thing, as the contract wraps it. */
export const one = <T extends z.ZodType>(resource: T) => z.strictObject({ data: resource })

/** A list of things, as the contract wraps it. */
export const many = <T extends z.ZodType>(resource: T) =>
  z.strictObject({
    data: z.array(resource),
    meta: z.strictObject({ total: count, page: count, per_page: count }),
  })
