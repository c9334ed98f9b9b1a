import type { LicenseStatus } from './types'

/**
 * The status of a licence at a moment. Blocked wins over expired; a licence is still active in the very moment it
 * expires at.
 */
export function deriveStatus(
  license: { expiresAt?: Date | null | string; isValid?: boolean | null },
  now: Date,
): LicenseStatus {
  if (license.isValid === false) return 'blocked'
  if (license.expiresAt && new Date(license.expiresAt) < now) return 'expired'
  return 'active'
}
