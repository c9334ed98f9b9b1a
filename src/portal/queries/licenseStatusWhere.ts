import type { Where } from 'payload'

import type { LicenseStatus } from '../../licensing/types'

/** The licences of a status. It is derived, never stored, so this says the same in terms of what is. */
export function licenseStatusWhere(status: LicenseStatus, now: Date): Where {
  const moment = now.toISOString()
  switch (status) {
    case 'active':
      return {
        and: [
          { isValid: { equals: true } },
          { or: [{ expiresAt: { exists: false } }, { expiresAt: { greater_than_equal: moment } }] },
        ],
      }
    case 'blocked':
      return { isValid: { not_equals: true } }
    case 'expired':
      return { and: [{ isValid: { equals: true } }, { expiresAt: { less_than: moment } }] }
  }
}
