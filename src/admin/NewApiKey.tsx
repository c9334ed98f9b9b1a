'use client'

import { Banner, CopyToClipboard, useDocumentEvents, useDocumentInfo } from '@payloadcms/ui'

import { useTexts } from './i18n/useTexts'
import { partsTexts } from './texts'
import { useSlug } from './useSlug'

/** Shows a key right after it was made. It came with the answer to the creation and is gone with the page. */
export function NewApiKey() {
  const texts = useTexts(partsTexts)
  const { mostRecentUpdate } = useDocumentEvents()
  const { id } = useDocumentInfo()
  const slugFor = useSlug()
  const created = mostRecentUpdate?.operation === 'create' ? mostRecentUpdate : null
  const doc =
    created?.entitySlug === slugFor('api-keys') ? (created.doc as NewKeyDocument | undefined) : null
  if (!doc?.key || doc.id !== id) return null

  return (
    <div role="status">
      <Banner type="success">
        <p>{texts.newApiKey}</p>
        <p>
          <code data-testid="new-api-key">{doc.key}</code> <CopyToClipboard value={doc.key} />
        </p>
      </Banner>
    </div>
  )
}

type NewKeyDocument = { id: string; key?: string }
