'use client'

import { Pill } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'

import type { Customer } from '../../../payload-types'
import { useTexts } from '../i18n/useTexts'
import { customersTexts } from './texts'

/** Whether a customer can log in and whether the address is confirmed, in the list. */
export function StateCell({ rowData }: DefaultCellComponentProps) {
  const { state } = useTexts(customersTexts)
  const { confirmedAt, disabledAt } = rowData as Partial<Customer>
  if (disabledAt)
    return (
      <Pill pillStyle="error" size="small">
        {state.disabled}
      </Pill>
    )
  return (
    <Pill pillStyle={confirmedAt ? 'success' : 'warning'} size="small">
      {confirmedAt ? state.active : state.unconfirmed}
    </Pill>
  )
}
