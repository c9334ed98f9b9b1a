'use client'

import { useTranslation } from '@payloadcms/ui'
import { useRef } from 'react'

import { fillPlural } from '../../text/fill'
import type { BulkAction } from '../bulk/BulkBar'
import { useTexts } from '../i18n/useTexts'
import { ExtendFields, type Extension } from './ExtendFields'
import { licensesTexts } from './texts'

/** What can be done to licences, ticked in the list or the one of a page. */
export function useLicenseActions(): BulkAction[] {
  const texts = useTexts(licensesTexts)
  const { i18n } = useTranslation()
  const extension = useRef<Extension>({ date: 'expiresAt', days: 30 })
  return [
    {
      body: ({ count }) => (
        <>
          <p>{fillPlural(texts.extendBody, count, i18n.language)}</p>
          <ExtendFields
            onChange={(changed) => {
              extension.current = changed
            }}
          />
        </>
      ),
      fields: () => extension.current,
      label: texts.extend,
      name: 'extend',
    },
    {
      body: ({ count }) => fillPlural(texts.blockBody, count, i18n.language),
      label: texts.block,
      name: 'block',
    },
    {
      body: ({ count }) => fillPlural(texts.unblockBody, count, i18n.language),
      label: texts.unblock,
      name: 'unblock',
    },
    {
      body: ({ count }) => fillPlural(texts.sendBody, count, i18n.language),
      label: texts.send,
      name: 'send',
    },
  ]
}
