import type { Where } from 'payload'

import type { LicenseStatus } from '../../licensing/types'

/** Not blocked. A licence of which nothing is said is none that was blocked. */
export const isValid: Where = { isValid: { not_equals: false } }

/** The licences of a status. It is derived, never stored, so this says the same in terms of what is. */
export function licenseStatusWhere(status: LicenseStatus, now: Date): Where {
  const moment = now.toISOString()
  switch (status) {
    case 'active':
      return {
        and: [
          isValid,
          { or: [{ expiresAt: { exists: false } }, { expiresAt: { greater_than_equal: moment } }] },
        ],
      }
    case 'blocked':
      return { isValid: { equals: false } }
    case 'expired':
      return { and: [isValid, { expiresAt: { less_than: moment } }] }
  }
}
