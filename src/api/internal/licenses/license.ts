import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import type { License } from '../../../../payload-types'
import { codeKey } from '../../../licensing/codes'
import { deriveStatus } from '../../../licensing/status'
import { empty, flag, limit, numbered, optional, text } from '../../body'
import { ApiError } from '../../errors'
import { endText } from '../dates'
import { entitlementsField, toEntitlements } from '../entitlements'
import { slugOf } from '../../../slugs/slugOf'
import { isUuid } from '../../../text/isUuid'

const end = z.union([empty, endText]).nullish()

/** A list of patterns, also as text with commas or line breaks, as older shops send it. */
const patterns = z
  .union([
    z.array(text()).max(100),
    text(10_000).transform((value) =>
      value
        .split(/[\n,]/)
        .map((entry) => entry.trim())
        .filter(Boolean),
    ),
  ])
  .nullish()

/** The fields of a licence that a shop may set, by all the names that they have. */
export const licenseFields = z.object({
  client: numbered().nullish(),
  client_email: text().nullish(),
  comments: text(10_000).nullish(),
  customer_id: numbered().nullish(),
  domains: patterns,
  email: text().nullish(),
  entitlements: entitlementsField,
  expiration_days: limit(),
  expires_at: end,
  invoice: numbered().nullish(),
  ips: patterns,
  is_envato: optional(flag()),
  is_valid: optional(flag()),
  license_code: text().nullish(),
  parallel_uses: limit(),
  product_id: numbered().nullish(),
  product_reference_id: numbered().nullish(),
  support_until: end,
  total_uses: limit(),
  type: optional(z.enum(['lifetime', 'perpetual', 'subscription', 'trial'])),
  updates_until: end,
})

type Given = null | string | undefined
type LicenseBody = z.output<typeof licenseFields>

/** The body's fields as the collection names them; what is not given is undefined. */
export function toLicenseData(body: LicenseBody) {
  return {
    code: body.license_code || undefined,
    comments: body.comments,
    customerId: firstGiven(body.customer_id, body.client),
    domains: body.domains,
    email: firstGiven(body.email, body.client_email),
    entitlements: body.entitlements,
    expirationDays: body.expiration_days,
    expiresAt: body.expires_at,
    invoice: body.invoice,
    ips: body.ips,
    isEnvato: body.is_envato,
    isValid: body.is_valid,
    parallelUses: body.parallel_uses,
    supportUntil: body.support_until,
    totalUses: body.total_uses,
    type: body.type,
    updatesUntil: body.updates_until,
  }
}

/** The product that the body names, by either of its names. */
export function productOf(body: LicenseBody): null | string {
  return body.product_reference_id?.trim() || body.product_id?.trim() || null
}

/** Of the product only what the API shows. */
export const licenseQuery = {
  depth: 1,
  joins: false,
  // The internal key was checked; it acts as an administrator.
  overrideAccess: true,
  get populate() {
    return { [slugOf('products')]: { name: true, referenceId: true } } as const
  },
} as const

/** A licence as the API shows it. */
export function toLicenseResource(license: License) {
  const product = typeof license.product === 'string' ? null : license.product
  return {
    id: license.id,
    license_code: license.code,
    product_reference_id: product?.referenceId ?? null,
    product_name: product?.name ?? null,
    type: license.type,
    status: deriveStatus(license, new Date()),
    customer_id: license.customerId ?? null,
    email: license.email ?? null,
    invoice: license.invoice ?? null,
    parallel_uses: license.parallelUses ?? null,
    total_uses: license.totalUses ?? null,
    expiration_days: license.expirationDays ?? null,
    expires_at: license.expiresAt ?? null,
    updates_until: license.updatesUntil ?? null,
    support_until: license.supportUntil ?? null,
    domains: license.domains ?? [],
    ips: license.ips ?? [],
    entitlements: toEntitlements(license.entitlements),
    comments: license.comments ?? null,
    is_valid: license.isValid !== false,
    is_envato: license.isEnvato === true,
    created_at: license.createdAt,
    updated_at: license.updatedAt,
  }
}

/**
 * The licence with this id or code.
 *
 * @throws ApiError 404
 */
export async function findLicense(req: PayloadRequest, name: string): Promise<License> {
  const { docs } = await req.payload.find({
    ...licenseQuery,
    collection: slugOf('licenses'),
    limit: 1,
    pagination: false,
    req,
    where: {
      or: [
        { codeKey: { equals: codeKey(name) } },
        ...(isUuid(name) ? [{ id: { equals: name } }] : []),
      ],
    },
  })
  if (!docs[0]) throw new ApiError(404, 'notFound')
  return docs[0]
}

/** The value of a field with two names: what holds something, else the one that is given, which empties the field. */
function firstGiven(value: Given, alias: Given): Given {
  return [value, alias].find((given) => given?.trim()) ?? (value === undefined ? alias : value)
}
