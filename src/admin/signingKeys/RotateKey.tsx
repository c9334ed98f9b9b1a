'use client'

import { Button, ConfirmationModal, toast, useConfig, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'

import { postJson } from '../bulk/postJson'
import { useTexts } from '../i18n/useTexts'
import { signingKeysTexts } from './texts'
import { useSlug } from '../useSlug'

const modalSlug = 'rotate-signing-key'

/** Makes a new signing key, once it was asked for twice. */
export function RotateKey() {
  const texts = useTexts(signingKeysTexts)
  const { config } = useConfig()
  const slugFor = useSlug()
  const { openModal } = useModal()
  const router = useRouter()

  async function rotate(): Promise<void> {
    const url = formatAdminURL({
      apiRoute: config.routes.api,
      path: `/${slugFor('signing-keys')}/rotate`,
    })
    const answer = await postJson(url, {})
    if (!answer.isDone) return void toast.error(answer.message ?? texts.failed)
    toast.success(texts.done)
    router.refresh()
  }

  return (
    <div style={{ marginBottom: 'var(--base)' }}>
      <Button
        buttonStyle="secondary"
        margin={false}
        onClick={() => openModal(modalSlug)}
        size="small"
        type="button"
      >
        {texts.rotate}
      </Button>
      <ConfirmationModal
        body={texts.body}
        confirmLabel={texts.rotate}
        heading={texts.ask}
        modalSlug={modalSlug}
        onConfirm={rotate}
      />
    </div>
  )
}
