'use client'

import {
  Button,
  ConfirmationModal,
  useConfig,
  useDocumentInfo,
  useEditDepth,
  useFormModified,
  useModal,
} from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'

import type { BulkAction } from '../bulk/BulkBar'
import { useBulkRun } from '../bulk/useBulkRun'
import { useTexts } from '../i18n/useTexts'
import { licensesTexts } from './texts'
import { useLicenseActions } from './useLicenseActions'
import { useSlug } from '../useSlug'

const modalSlug = 'license-action'

/** What can be done to the licence of the page: the same as to many in the list. */
export function LicenseActions() {
  const texts = useTexts(licensesTexts)
  const { config } = useConfig()
  const slugFor = useSlug()
  const { id, savedDocumentData } = useDocumentInfo()
  const { openModal } = useModal()
  const depth = useEditDepth()
  const isModified = useFormModified()
  const actions = useLicenseActions()
  const { progress, run } = useBulkRun()
  const [asked, setAsked] = useState<BulkAction | null>(null)
  // In a drawer the form could not be loaded anew.
  if (!id || depth > 1) return null

  const isBlocked = savedDocumentData?.isValid === false
  // A single one is sent with a look at the mail before.
  const hidden = ['send', isBlocked ? 'block' : 'unblock']
  const shown = actions.filter(({ name }) => !hidden.includes(name))
  const ids = [String(id)]

  function confirm(): void {
    if (!asked) return
    const path = `/${slugFor('licenses')}/bulk/${asked.name}` as const
    void run(formatAdminURL({ apiRoute: config.routes.api, path }), ids, asked.fields?.())
  }

  return (
    <section aria-label={texts.label} className="field-type">
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 'calc(var(--base) / 2)' }}>
        {shown.map((action) => (
          <Button
            buttonStyle="secondary"
            disabled={isModified || progress !== null}
            key={action.name}
            margin={false}
            onClick={() => {
              setAsked(action)
              openModal(modalSlug)
            }}
            size="small"
            type="button"
          >
            {action.label}
          </Button>
        ))}
      </div>
      {isModified && <p className="field-description">{texts.saveFirst}</p>}
      <ConfirmationModal
        body={asked?.body({ count: 1, ids }) ?? ''}
        confirmLabel={asked?.label}
        heading={`${asked?.label ?? ''}?`}
        modalSlug={modalSlug}
        onConfirm={confirm}
      />
    </section>
  )
}
