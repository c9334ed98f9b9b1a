'use client'

import type { LicenseStatus } from '../../licensing/types'
import { Badge } from '../components/ui/Badge'
import { useMessages } from '../i18n/MessagesProvider'

const tones = { active: 'success', blocked: 'danger', expired: 'warning' } as const

/** The status of a licence. */
export function LicenseStatusBadge({ status }: { status: LicenseStatus }) {
  const { licenseStatus } = useMessages()
  return <Badge tone={tones[status]}>{licenseStatus[status]}</Badge>
}
