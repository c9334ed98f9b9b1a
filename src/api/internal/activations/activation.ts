import type { Activation } from '../../../../payload-types'
import { slugOf } from '../../../slugs/slugOf'

/** Of licence and product only what the API shows. */
export const activationQuery = {
  depth: 1,
  // The internal key was checked; it acts as an administrator.
  overrideAccess: true,
  get populate() {
    return {
      [slugOf('licenses')]: { code: true },
      [slugOf('products')]: { name: true, referenceId: true },
    } as const
  },
} as const

/** An activation as the API shows it. */
export function toActivationResource(activation: Activation) {
  const product = typeof activation.product === 'string' ? null : activation.product
  return {
    id: activation.id,
    product_reference_id: product?.referenceId ?? null,
    product_name: product?.name ?? null,
    license_id: typeof activation.license === 'string' ? activation.license : activation.license.id,
    license_code: activation.licenseCode,
    customer_id: activation.customerId ?? null,
    client_name: activation.clientName ?? null,
    name: activation.name ?? null,
    url: activation.url ?? null,
    domain: activation.domain ?? null,
    fingerprint: activation.fingerprint ?? null,
    ip: activation.ip ?? null,
    user_agent: activation.userAgent ?? null,
    environment: activation.environment,
    activated_at: activation.activatedAt,
    last_seen_at: activation.lastSeenAt,
    is_valid: activation.isValid !== false,
    is_active: activation.isActive === true,
    deactivated_at: activation.deactivatedAt ?? null,
    deactivated_by: activation.deactivatedBy ?? null,
    created_at: activation.createdAt,
    updated_at: activation.updatedAt,
  }
}
