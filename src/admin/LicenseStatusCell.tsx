'use client'

import { Pill } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'

import { useTexts } from './i18n/useTexts'
import { partsTexts } from './texts'

const looks = { active: 'success', blocked: 'error', expired: 'warning' } as const

/** The status of a licence in the admin panel's list. */
export function LicenseStatusCell({ cellData }: DefaultCellComponentProps) {
  const { licenseStatus } = useTexts(partsTexts)
  const status = Object.hasOwn(looks, String(cellData))
    ? (cellData as keyof typeof looks)
    : 'active'
  return (
    <Pill pillStyle={looks[status]} size="small">
      {licenseStatus[status]}
    </Pill>
  )
}
