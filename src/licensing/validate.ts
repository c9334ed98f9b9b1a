import { isDomainAllowed, isIpAllowed } from './patterns'
import { deriveStatus } from './status'
import type { Installation, License, RefusalCode } from './types'

/**
 * Whether a licence may be used by an installation at all: everything but its slots. The order is the contract's: blocked
 * wins over expired, expired over the rest.
 *
 * @returns the first reason to refuse, or null
 */
export function validateLicense(
  license: License,
  installation: Pick<Installation, 'domain' | 'ip'>,
  now: Date,
): null | RefusalCode {
  return validateStanding(license, now) ?? validatePlace(license, installation)
}

/** Whether the licence and its product are in order, wherever it is used. */
export function validateStanding(license: License, now: Date): null | RefusalCode {
  const status = deriveStatus(license, now)
  if (status !== 'active') return status
  return license.product.isActive ? null : 'product_inactive'
}

/** Whether the licence's allow-lists let the installation in. */
export function validatePlace(
  license: License,
  { domain, ip }: Pick<Installation, 'domain' | 'ip'>,
): null | RefusalCode {
  if (!isDomainAllowed(domain, license.domains)) return 'domain_not_allowed'
  return isIpAllowed(ip, license.ips) ? null : 'ip_not_allowed'
}
