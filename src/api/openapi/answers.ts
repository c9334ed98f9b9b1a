import { z } from 'zod'

const moment = z.iso.datetime()
const optionalMoment = moment.nullable()
const optionalText = z.string().nullable()
const count = z.number().int().nonnegative()
const optionalCount = count.nullable()
const entitlements = z.record(z.string(), z.union([z.boolean(), z.number(), z.string()]))

/** Errors: everything that is no verdict on a licence. */
export const errorAnswer = z.strictObject({
  status: z.literal(false),
  message: z.string(),
  errors: z.record(z.string(), z.array(z.string())),
})

/** A licence that is refused. */
export const refusalAnswer = z.strictObject({
  is_active: z.literal(false),
  message: z.string(),
  code: z.enum([
    'blacklisted',
    'blocked',
    'domain_not_allowed',
    'expired',
    'ip_not_allowed',
    'limit_reached',
    'not_activated',
    'not_found',
    'product_inactive',
    'updates_expired',
  ]),
  lic_response: z.null(),
  data: z.null(),
  installations: z
    .array(
      z.strictObject({
        name: optionalText,
        domain: optionalText,
        fingerprint: z.string().optional(),
        activated_at: moment,
        last_seen_at: moment,
      }),
    )
    .optional(),
  manage_url: z.url().nullable().optional(),
})

export const connectionAnswer = z.strictObject({ status: z.literal(true), message: z.string() })
export const healthAnswer = z.strictObject({ status: z.literal('ok') })

export const activatedAnswer = z.strictObject({
  is_active: z.literal(true),
  message: z.string(),
  lic_response: z.string(),
  data: z.strictObject({ license_data: z.string() }),
  entitlements: entitlements.optional(),
})

export const verifiedAnswer = z.strictObject({
  is_active: z.literal(true),
  message: z.string(),
  data: z.null(),
  entitlements: entitlements.optional(),
})

export const deactivatedAnswer = z.strictObject({ is_active: z.literal(true), message: z.string() })

export const checkedAnswer = z.strictObject({
  is_active: z.boolean(),
  message: z.string(),
  code: z.enum(['blocked', 'expired', 'product_inactive']).optional(),
  data: z.strictObject({
    status: z.enum(['active', 'blocked', 'expired']),
    product_id: z.string(),
    type: z.enum(['lifetime', 'perpetual', 'subscription', 'trial']),
    expires_at: optionalMoment,
    updates_until: optionalMoment,
    support_until: optionalMoment,
    parallel_uses: optionalCount,
    activations: count,
    entitlements: entitlements.optional(),
  }),
})

export const certificateAnswer = z.strictObject({
  is_active: z.literal(true),
  message: z.string(),
  data: z.strictObject({
    certificate: z.string(),
    valid_until: optionalMoment,
    key_id: z.string(),
  }),
})

const release = {
  version: optionalText,
  released_at: optionalMoment,
  summary: optionalText,
  changelog: optionalText,
  update_id: optionalText,
  has_sql: z.boolean(),
  file_size: optionalCount,
  checksum: z.strictObject({ algo: z.literal('sha256'), value: z.string() }).nullable(),
  signature: z
    .strictObject({ algo: z.literal('ed25519'), value: z.string(), key_id: z.string() })
    .nullable(),
}

export const updateAnswer = z.strictObject({
  is_active: z.literal(true),
  message: z.string(),
  update_available: z.boolean(),
  ...release,
})

export const releaseAnswer = z.strictObject({ data: z.strictObject(release) })

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
  type: z.enum(['lifetime', 'perpetual', 'subscription', 'trial']),
  status: z.enum(['active', 'blocked', 'expired']),
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
