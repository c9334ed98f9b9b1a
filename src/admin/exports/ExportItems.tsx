'use client'

import { PopupList, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import { useTexts } from '../i18n/useTexts'
import { exportTexts } from './texts'

type ExportItemsProps = { collectionSlug: string }

/** In the menu of a list: the list as it is filtered now, as a file. */
export function ExportItems({ collectionSlug }: ExportItemsProps) {
  const { config } = useConfig()
  const texts = useTexts(exportTexts)

  function download(format: 'csv' | 'json') {
    // The list keeps what it is filtered by in its own address.
    const query = new URLSearchParams(window.location.search)
    query.set('format', format)
    const path = formatAdminURL({
      apiRoute: config.routes.api,
      path: `/exports/${collectionSlug}`,
    })
    window.location.assign(`${path}?${query.toString()}`)
  }

  return (
    <PopupList.ButtonGroup>
      {(['csv', 'json'] as const).map((format) => (
        <PopupList.Button key={format} onClick={() => download(format)}>
          {texts[format]}
        </PopupList.Button>
      ))}
    </PopupList.ButtonGroup>
  )
}
