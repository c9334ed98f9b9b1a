'use client'

import { useTranslation } from '@payloadcms/ui'

import { fillPlural } from '../../text/fill'
import { type BulkAction, BulkBar } from '../bulk/BulkBar'
import { useTexts } from '../i18n/useTexts'
import { CleanUp } from './CleanUp'
import { CustomerFilters } from './CustomerFilters'
import { StaysBehind } from './StaysBehind'
import { customersTexts } from './texts'

/** Between the search of the customers' list and its rows: filters, the clean-up, and what can be done to the ticked ones. */
export function CustomerListTools() {
  const texts = useTexts(customersTexts)
  const { i18n } = useTranslation()
  const actions: BulkAction[] = [
    {
      body: ({ count }) => fillPlural(texts.sendResetBody, count, i18n.language),
      label: texts.sendReset,
      name: 'send-reset',
    },
    {
      body: ({ count }) => fillPlural(texts.disableBody, count, i18n.language),
      label: texts.disable,
      name: 'disable',
    },
    {
      body: ({ count, licenses = 0 }) => <StaysBehind count={count} licenses={licenses} />,
      label: texts.delete,
      name: 'delete',
    },
  ]
  return (
    <>
      <CustomerFilters />
      <CleanUp />
      <BulkBar actions={actions} collectionSlug="customers" />
    </>
  )
}
