'use client'

import { useTranslation } from '@payloadcms/ui'

import { fillPlural } from '../../text/fill'
import { useTexts } from '../i18n/useTexts'
import { customersTexts } from './texts'

type StaysBehindProps = { count: number; licenses: number }

/** What goes with customers when they are deleted, and what stays. */
export function StaysBehind({ count, licenses }: StaysBehindProps) {
  const { stays } = useTexts(customersTexts)
  const { i18n } = useTranslation()
  return (
    <>
      <p>{fillPlural(stays.customers, count, i18n.language)}</p>
      <p>{licenses > 0 ? fillPlural(stays.licenses, licenses, i18n.language) : stays.none}</p>
    </>
  )
}
