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
    status: licenseStatus,
    product_id: z.string(),
    type: licenseType,
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
