'use client'

import { Pill } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'

const looks = {
  active: { label: 'Active', style: 'success' },
  blocked: { label: 'Blocked', style: 'error' },
  expired: { label: 'Expired', style: 'warning' },
} as const

/** The status of a licence in the admin panel's list. */
export function LicenseStatusCell({ cellData }: DefaultCellComponentProps) {
  const look = looks[cellData as keyof typeof looks] ?? looks.active
  return (
    <Pill pillStyle={look.style} size="small">
      {look.label}
    </Pill>
  )
}
